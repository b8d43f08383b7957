import type { Language } from './language';

const NOUNS =
  'idées?|concepts?|notes?|pensées?|sujets?|thèmes?|liens?|pages?|notions?|articles?|catégories?|' +
  'classes?|techniques?|termes?|fiches?|niveaux?|cartes?';

export const fr: Language = {
  nouns: NOUNS,
  nounsFirst: true,
  openings: '(tou(s|tes)|les|des|mes|autres|liste des)',
  turns: 'de|d',
  never: '(réunion|association|conseil)s? (de |des )?parents?',
  joins: 'et|ou',
  relations: {
    upstream: {
      anywhere: 'un niveau (plus haut|au-dessus)|niveau supérieur',
      withAny: `parente?s?|englobante?s?|ascendante?s?|(${NOUNS}) mères?`,
      withNoun: 'supérieure?s?|plus (générale?s?|généraux|abstraite?s?|larges?)|entrante?s?',
      loose: 'fondamenta(l|le|les|ux)',
      alone:
        'parents?|ancêtres?|prédécesseurs?|bloquée? par|(vers le|en) haut|remonter( vers| à)?|(fait |est )?(une )?partie (de|du|d)|' +
        'appartient (à|au|aux)|requiert|nécessite|exige|pré-?requis|((notions|connaissances|concepts) )?préalables?|(dépend|dérive|découle|hérite) (de|du|d)|' +
        '(basée?|fondée?|construite?|repose|s appuie|se base) sur|retour (à|au|vers)|généralisations?',
      weak: 'haut|au-dessus',
      fields: 'catégories?|sujets?|thèmes?|étiquettes?',
    },
    downstream: {
      anywhere: 'un niveau (plus bas|au-dessous|en dessous)|niveau inférieur',
      withAny: 'enfants?|filles?|descendante?s?|subordonnée?s?',
      withNoun: 'inférieure?s?|plus (spécifiques?|précise?s?|concr(et|ets|ète|ètes)|étroite?s?)|sortante?s?',
      loose: 'dérivée?s?',
      alone:
        'enfants?|descendants?|successeurs?|bloque|utilisée? (dans|par|pour)|' +
        `sous-(${NOUNS}|(type|section|partie|groupe|tâche|domaine|ensemble|système)s?)|` +
        '(vers le|en) bas|contient|comprend|inclut|débloque|permet|ouvre|(mène|conduit) (à|vers)|' +
        'se compose de|composée? de|(requis|nécessaire) pour|' +
        '(dans|de) (cette|ce) (section|chapitre|partie|page|dossier|catégorie|thème)|sommaire|' +
        'table des matières',
      weak: 'bas|au-dessous|en dessous',
    },
    direct: {
      anywhere: 'directement (liée?s?|reliée?s?|connectée?s?|associée?s?|rattachée?s?)',
      withNoun: 'directe?s?',
    },
    related: {
      anywhere: 'voir aussi|(à )?lire aussi|en savoir plus|pour aller plus loin|liens? connexes?',
      withNoun: '(liée?|reliée?|connexe|associée?|apparentée?|similaire|pertinente?|voisine?|proche)s?',
      alone:
        '(liée?|connexe|associée?|apparentée?|similaire)s?( à)?|en (lien|rapport|relation) avec|voir|cf|' +
        'comparer( avec)?|liens|connexions|relations|(suivant|précédent)e?s?|(contraire|(syn|ant)onyme)s?|remplac(e|ée?)( par)?',
    },
    source: {
      alone: 'sources?|références?( bibliographiques?)?|bibliographie|notes de bas de page|ressources?|citations',
    },
  },
  here: '(cette|ce|cet)',
  asks: { words: 'ce qui|quoi', self: 'cela|ça|cette|ce', before: 'de|sur|à' },
  announcements: 'liens?|voir( aussi)?',
  steps: {
    words: 'étape',
    parts: 'partie|section',
    numbers: { 1: 'un|une|premi(er|ère)', 2: 'deux|deuxième|second(e)?', 3: 'trois|troisième' },
    phrases: { 1: 'corrig*|correction*', 2: 'tradui*|traduction*', 3: 'vectoriel*|vecteur*|déploiement|développement' },
    fillers: 'vers|les|texte|version|champ|exacte|fidèle|précise',
  },
  maps: {
    anywhere: 'carte (de contenu|des contenus|du contenu)|table des matières',
    atEnds: 'index|sommaire',
  },
  ranks: {
    ranking: 'rang|classement',
    levels: 'niveau|palier|échelon',
    priorities: 'priorité|gravité|sévérité|urgence',
    scales:
      'très faible<faible<moyen<élevé<très élevé<critique|faible<moyenne<élevée<critique|bas<moyen<haut|' +
      'basse<moyenne<haute|débutant<intermédiaire<avancé<expert|facile<moyen<difficile',
    leads: 'classement|par ordre (de)?croissant',
  },
};
