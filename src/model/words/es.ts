import type { Language } from './language';

const NOUNS =
  'ideas?|conceptos?|notas?|pensamientos?|temas?|enlaces?|vínculos?|páginas?|artículos?|categorías?|' +
  'clases?|técnicas?|términos?|fichas?|(niveles?|nivel)|mapas?';

export const es: Language = {
  nouns: NOUNS,
  nounsFirst: true,
  openings: '(tod(o|a)s|los|las|mis|otr(o|a)s|lista de)',
  turns: 'de',
  never: '(reunión|asociación|escuela) de padres',
  joins: 'y|o',
  relations: {
    upstream: {
      anywhere: 'un nivel (más arriba|superior)',
      withAny: 'padres?|madres?|parentales|ascendentes?|englobantes?',
      withNoun: 'superior(es)?|más (general(es)?|abstract(o|a)s?|ampli(o|a)s?)|entrantes?',
      loose: 'fundamental(es)?',
      alone:
        'ancestros?|antepasados?|predecesor(es)?|bloquead(o|a) por|(hacia )?arriba|subir( a)?|(forma |es )?parte (de|del)|pertenece (a|al)|' +
        'requiere|necesita|requisitos|(requisitos|conceptos|conocimientos|nociones|ideas) previ(o|a)s|pre-?requisitos?|prerrequisitos?|' +
        '(depende|deriva|proviene|hereda) (de|del)|(basad(o|a)|se basa|construid(o|a)|se apoya) (en|sobre)|' +
        '(volver|regresar|vuelta|regreso) (a|al)|generalizaci(ón|ones)',
      fields: 'categorías?|categorias?|temas?|etiquetas?|áreas?',
    },
    downstream: {
      anywhere: 'un nivel (más abajo|inferior)',
      withAny: 'hij(o|a)s?|descendientes?|subordinad(o|a)s?',
      withNoun: 'inferior(es)?|más (específic(o|a)s?|concret(o|a)s?|detallad(o|a)s?)|salientes?',
      loose: 'derivad(o|a)s?',
      alone:
        `sub-?(${NOUNS}|(tipo|grupo|tarea|sistema)s?|secci(ón|ones))|` +
        '(hacia )?abajo|sucesor(es)?|bloquea|(usad|utilizad)(o|a) (en|por|para)|contiene|incluye|comprende|desbloquea|permite|habilita|' +
        '(conduce|lleva) (a|al)|se compone de|consta de|compuest(o|a) (de|por)|' +
        '(requerid(o|a)|necesari(o|a)) para|' +
        'en (esta|este) (sección|capítulo|parte|página|carpeta|categoría|tema)|contenidos?|' +
        'tabla de contenidos?',
    },
    direct: {
      anywhere: 'directamente (relacionad(o|a)s?|conectad(o|a)s?|vinculad(o|a)s?|asociad(o|a)s?)',
      withNoun: 'direct(o|a)s',
    },
    related: {
      anywhere:
        '(véase|vease|ver|vea) (también|tambien)|lecturas? (recomendad|adicional|relacionad)*|' +
        'más información|para saber más',
      withNoun: '(relacionad(o|a)|conectad(o|a)|vinculad(o|a)|similar(e)?|asociad(o|a)|afin(e)?|relevante)s?',
      alone:
        'relacionad(o|a)s?( con)?|similares|vinculad(o|a)s|conectad(o|a)s|parecid(o|a)s|véase|vease|ver|cf|' +
        'comparar( con)?|enlaces|conexiones|relaciones|vínculos|(siguiente|anterior)(es)?|hermanos|opuest(o|a)s?|contrari(o|a)s?|(sin|ant)ónimos?|reemplaza(d(o|a) por)?',
    },
    source: {
      alone: 'fuentes?|referencias?( bibliográficas?)?|bibliografía|notas al pie|recursos?|citas',
    },
  },
  here: 'est(a|e)',
  asks: { words: 'qu(e|é)', self: 'est(o|a|e)', before: 'de|en' },
  announcements: 'enlaces?|notas?|(ver|véase)( también)?',
  steps: {
    words: 'paso|etapa',
    parts: 'parte|sección',
    numbers: { 1: 'uno|primer(o|a)?', 2: 'dos|segund(o|a)', 3: 'tres|tercer(o|a)?' },
    phrases: {
      1: 'corrección|corregid*',
      2: 'traducción|traducid*',
      3: 'vectorial*|vector*|despliegue|desarrollo|expansión',
    },
    fillers: 'del|texto|versión|campo|exacta|fiel|precisa',
  },
  maps: { anywhere: 'mapa de (contenidos?|notas|ideas|temas)|tabla de contenidos?', atEnds: 'índice|indice' },
  ranks: {
    ranking: 'rango|clasificación|liga',
    levels: 'nivel|niveles|escalón|puesto',
    priorities: 'prioridad|gravedad|severidad|urgencia',
    scales:
      'muy bajo<bajo<medio<alto<muy alto<crítico|' +
      'principiante<intermedio<avanzado<experto|básico<intermedio<avanzado<experto|fácil<medio<difícil',
    leads: 'clasificación|orden(ados)? (de|por)',
  },
};
