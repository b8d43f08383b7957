import type { Language } from './language';

const NOUNS =
  'ideas?|concepts?|notes?|thoughts?|topics?|links?|pages?|materials?|mocs?|maps?( of contents?)?|' +
  'articles?|documents?|zettels?';
const THINGS =
  'themes?|subjects?|relationships?|relations?|connections?|principles?|theor(y|ies)|terms?|' +
  'categor(y|ies)|class(es)?|types?|techniques?|methods?|entr(y|ies)|nodes?|files?|cards?|areas?|' +
  'domains?|fields?|skills?|dependenc(y|ies)|systems?|modules?|components?|projects?|services?|' +
  'abilities|frameworks?|questions?';

export const en: Language = {
  nouns: NOUNS,
  things: THINGS,
  openings: '(all|these|the following|its|my|our|the|key|main|other|some|direct|immediate|list of|links to)',
  turns: 'of|for',
  never:
    '(parents?|child(ren)?) (evenings?|meetings?|teacher*|teaching|controls?|care|support|labou?r|safety|poverty|birth|abuse|psychology|development|education|actors?|stars?|prodig*)|' +
    'parents? (compan(y|ies)|councils?|night)|children s *|' +
    '(upper|higher|lower) (education|body|back|case|house|class)|upstream (oil|sector|business)|' +
    'broader (implications?|impacts?|consequences|audience)|(parental|childhood) *',
  joins: 'and|or',
  relations: {
    upstream: {
      anywhere: 'up the hierarchy|one level up|up one level|level above',
      withAny:
        'parents?|grand-?parents?|broader|wider|umbrella|overarching|superordinate|' +
        '(upper|higher)-(level|order)|ancestors?|pre-?requisites?',
      withNoun: 'up-?stream|upper|higher|high-level|more (general|abstract)|upwards?|incoming|containing|above|super',
      loose: 'superior|foundational|preceding',
      alone:
        'up(wards?|-?stream)?|parent of this|pre(decess|curs)ors?|' +
        `super-?(${NOUNS}|${THINGS}|sets?)|` +
        'pre-?reqs?|' +
        '(this )?(note )?(requires|needs|depends (up)?on|builds (up)?on|belongs? to|extends|implements|speciali(s|z)es|inherits from)|' +
        'dependencies|' +
        '(is |this is )?(a )?(part|kind|type|form|member|instance|example|case|special case|subset|species|variant|variety|version|aspect|branch|element|component|piece) of|' +
        '(based|built|founded|rests|relies|dependent) (up)?on|(derived|developed|comes|follows) from|where this (comes|came) from|is a|' +
        '(unlocked|enabled|blocked) by|(contained|included|nested|filed) (in|under)|(required|prior|background) (knowledge|skills?)|more (general|abstract)|' +
        '(zoom(ing)?|zoomed) out|((go )?back|return|backs?) (up )?to|broader than this|generali(s|z)ations?|' +
        'hypernyms?',
      weak: 'above|mocs?|maps? of contents?|hubs?',
      leads: '(builds|rests|relies|draws|depends|is (based|built|founded)) (up)?on',
      fields: 'u|upper|collections?|north|origins?|inception|categor(y|ies)|topics?|tags?|areas?|domains?|in|type',
    },
    downstream: {
      anywhere: 'down the hierarchy|one level down|down one level|level below|low-level details',
      withAny: 'child(ren)?|grand-?child(ren)?|narrower|subordinate|lower-(level|order)|descendants?',
      withNoun:
        'down-?stream|lower|low-level|more (specific|concrete|detailed)|downwards?|outgoing|below|' +
        'implementing|nested',
      loose: 'derived|speciali(s|z)ed|subsequent|detailed|contained',
      alone:
        'down(wards?|-?stream)?|successors?|offspring|sub-*|' +
        `sub(${NOUNS}|${THINGS}|genres?|races?|tasks?|sections?|sets?|groups?|disciplines?|patterns?|problems?|goals?|process(es)?|folders?|parts?|units?|items?|species|trees?|famil(y|ies))|` +
        '(this )?(note )?(unlocks|enables|contains|includes|comprises|consists of|leads to|opens|generali(s|z)es|gives rise to)|' +
        'where this leads|(has )?parts|has (a )?(part|child|kind|type|example|instance|member)|more (specific|concrete)|used (by|in|for)|' +
        '(required|needed|depended (up)?on|implemented|extended|speciali(s|z)ed|inherited) (by|for)|dependents|(zoom(ing)?|zoomed) in|' +
        'hyponyms?|speciali(s|z)ations?|(table of )?contents|' +
        '((pages|notes|topics|articles|links|what is|what s|also) )?(in|on|of|under) this (section|chapter|category|folder|part|area|module|topic|map|moc|index|guide|course|page)',
      weak: 'below|index|blocks',
      leads: '((that|which) )?(implement|specialize|specialise|follow from|grew out of|derive from|build on) (this|it)',
      fields: 'd|lower|south|contributes to|nurtures|subs?|blocking',
    },
    direct: {
      anywhere:
        'directly? (related|relevant|connected|linked|belonging|relating|about)|' +
        'direct (ideas|notes|links|connections|relations|relatives|relevance|references|associations|context)',
      alone: 'direct(ly)?',
      leads: '(belong|relate|connect|link)(s|ed|ing)? directly',
    },
    related: {
      anywhere: 'related works?|related (reading|files)|cross-references|see also|further reading',
      withNoun: 'related|relevant|linked|connected|adjacent|similar|associated|neighbou?ring|siblings?|peer',
      alone:
        'relate(d|s) to|related|relevant( to)?|connections|(internal |wiki-?|back)?links|linked( to)?|' +
        'connect(s|ed) to|(also )?see|siblings?|neighbou?rs?|friends?|jumps?|similar( to)?|' +
        'same( as)?|compared?( (with|to))?|contrasts?( with)?|alternatives?( to)?|' +
        'opposites?( of)?|(opposes|contradicts|refutes|implies|equivalent)( to)?|supports|(supersede|replace|amende?)(s|d by)|(supported|contradicted|inspired|influenced) by|associations?|cf|' +
        '(nexts?|prev(s|ious)?)( (notes?|pages?|chapters?|lessons?|parts?|topics?|sections?|articles?))?|' +
        'read (next|more|also)|more( on| about)?|learn more|synonyms?|antonyms?',
      fields: 'west|east|w|e|n|j|x|before|after|context',
    },
    source: {
      alone:
        'sources?( notes| files| materials?)?|references?( list| notes)?|resources?|footnotes?|' +
        '(sources?|works|literature) (used|cited)|citations?|bibliography|literature( notes?)?',
    },
  },
  here: '(this|the current|the present|our)',
  asks: {
    words: 'what( else)?|which',
    self: '(do(es)? )?(this|it)',
    object: 'this|it',
    before: '(up)?on|to|from|by|for|in|of',
  },
  announcements: 'links?|notes?|ideas?|(see|cf)( also| too)?',
  misspelt: 'upstream|downstream|directly|relevant|references',
  steps: {
    words: 'step|stage|phase',
    parts: 'part|section',
    numbers: { 1: 'one|first', 2: 'two|second', 3: 'three|third' },
    phrases: { 1: 'proofread', 2: 'translation|translated', 3: 'unfolding|expanded' },
    fillers: 'version|from|accurate|field|polished|clean|final',
  },
  maps: {
    anywhere: 'mocs?|maps? of contents?|content map|table of contents',
    atEnds: 'index',
    never:
      '(mass|price|prices|stock|share|market|refractive|glycemic|glycaemic|heat|uv|power|citation|h|consumer|development|gini|exchange|quality|database|array|list|index|vector|search|miller|big mac|happiness|dow jones) index|' +
      'index (funds?|fingers?|cards?|numbers?|notation|case|fossils?)',
  },
  ranks: {
    ranking: 'tier|tiers|rank|ranking|league',
    levels:
      'severity level|priority level|difficulty level|mohs hardness|place|pos|position|level|lvl|grade|kyu|trl|asil|sil|cefr',
    priorities: 'priority|priorities|prio|severity|sev|urgency|criticality',
    last: 'tiers?|level|rank|priority|severity',
    measures: 'depth|iq|scores?|rating|stars?|maturity',
    scales:
      'bottom<low<mid<high<top<god|seedling<budding<evergreen|note<notice<warning<error<critical<fatal|info<warning<error<critical<blocker|' +
      'trivial<minor<moderate<major<critical<blocker|optional<nice to have<should have<must have|' +
      'low<normal<high<urgent|minimum<medium<maximum|minimum<usual<ideal|' +
      'minimum<recommended<optimal<maximum|min<mid<max|minimal<standard<advanced<maximal|' +
      'basic<standard<advanced<premium|free<basic<pro<business<enterprise|consumer<pro<server|' +
      'entry<mid<high<enterprise|entry-level<mid-range<high-end|small<medium<large<extra large|' +
      "won't have<could have<should have<must have|" +
      'remember<understand<apply<analyze<evaluate<create|novice<advanced beginner<competent<proficient<expert|' +
      'easy<medium<hard<expert|easy<moderate<hard<extreme|never<rarely<sometimes<often<always|easy<normal<hard<nightmare|very easy<easy<medium<hard<very hard|common<uncommon<rare<epic<legendary<mythic|' +
      'weak<moderate<strong|white belt<grey belt<yellow belt<orange belt<green belt<blue belt<purple belt<' +
      'brown belt<red belt<black belt<master black belt',
    leads:
      '(sorted|ordered|ranked) by|in order of|from (the )?(best|most|strongest|simplest|lowest|highest) *|' +
      'from (simple|easy|weak|best|worst) to|prioriti(z|s)ed|(топ|top)-?#|rankings?|ranked|leaderboard|' +
      '(by|in) (de|in)creasing|(descending|ascending) order',
  },
};
