/** Words that no text of a language does without, by its code: they tell apart languages of one script. */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to is that it for with not are this be was as you have but they which from',
  ru: 'и не что на это как но из по он она они мы для только если или этого который',
  uk: 'і та що це не як є від для він вона вони ми але якщо або цього який з',
  be: 'і ў што гэта не як але з для ён яна яны мы калі або які',
  bg: 'и не че на това как но от за той тя те ние са или който с се',
  de: 'der die das und ist nicht ein eine zu den mit sich auf für es ich wir sie dass auch',
  nl: 'de het een en van is niet dat op te zijn met voor ik wij zij maar ook als',
  fr: 'le la les et est pas un une des que du en qui pour dans ce il elle nous sur',
  es: 'el la los las y es no un una que de en para con por se lo como pero más',
  pt: 'o a os as e é não um uma que de em para com por se como mas mais do da',
  it: 'il la i le e è non un una che di in per con si come ma più del della',
  pl: 'i w nie to jest na się że z do jak ale czy dla tego który są lub',
};

/** More of them, in English and Russian: what a text speaks of is told by none. Those of two letters are left out. */
export const FUNCTION_WORDS =
  'about after all also any because been before being between both can could did does each even every had has her here his how into its just like may more most much must now only other our out over same should some such than their them then there these those through too under very were what when where while who why will within without would your без более больше будет быть вам вас весь все всего всех где даже его ее есть еще здесь именно них какая какие какой которые которая которых когда кто либо меня мне может можно мой мою надо нас нет ничего очень под потом потому при про просто раз сам себя сейчас смотри свои свой своей так также такие такой там тебе тебя твой тем того тоже том тут уже хочу чего чем через чтобы эта эти этих этой этом этот';

/** What a model says behind its work to whoever asked, as a line begins: no text of a step. */
export const CLOSING =
  'let me know|(i )?hope this|feel free|shall i|(do you )?want me to|(if|would) you( would|.d)? like|is there anything else|' +
  'i can also (add|make|prepare|provide|shorten|write)|могу (также )?(дополнить|подготовить|предложить|сделать|сократить)|' +
  'если (нужно|хотите|хочешь)|дай(те)? знать|надеюсь, (это|что)|хо(тите|чешь), (чтобы )?я';
