import type { Language } from './language';

export const de: Language = {
  nouns:
    'ideen?|gedanken?|notiz(en)?|konzepte?n?|begriffe?n?|them(a|en)|seiten?|links?|verweise?|' +
    'verknüpfungen|karten?|artikel|kategorien?|klassen?|techniken?|dateien?|einträge|ebenen?|zettel|' +
    'bereiche?',
  openings: '(alle|meine|weitere|die|liste der|direkte)',
  turns: 'von|zu',
  never:
    'eltern(abend*|zeit|geld|haus|beirat*|teil*|schaft)|' +
    'kinder(garten|buch|bücher|geld|arzt|wagen|lieder|zimmer|krankheit*)',
  joins: 'und|oder',
  relations: {
    upstream: {
      anywhere: 'übergeordnet*|eine ebene (höher|darüber)|in der hierarchie (oben|darüber|höher)',
      withNoun: 'höhere?|allgemeiner*|abstrakter*|weiter gefasste*|eingehende?',
      loose: 'grundlegende?|obere',
      alone:
        'eltern*|ober-?(begriff|them|klasse|kategorie|idee|konzept|seite)*|hoch|aufwärts|hinauf|vorgänger|blockiert durch|' +
        'nach oben|höher|vorfahren?|(ist )?(ein )?(teil|art|unterart|spezialfall|beispiel) (von|der|des)|' +
        'gehört zu(m|r)?|(voraussetzung|vorbedingung)(en)?|vor(wissen|kenntnisse)|benötigt|braucht|erfordert|setzt voraus|' +
        'baut auf|basiert auf|beruht auf|abgeleitet (von|aus)|hängt ab von|abhängt von|aufbaut auf|(folgt|entsteht) aus|abhängig von|' +
        'zurück (zu|zum|zur|nach)|verallgemeinerung(en)?',
      weak: 'oben|darüber',
      fields: 'kategorien?|them(a|en)|schlagworte?|schlagwörter|bereiche?',
    },
    downstream: {
      anywhere: 'untergeordnet*|eine ebene (tiefer|darunter)',
      withNoun: 'niedrigere?|spezieller*|spezifischer*|konkreter*|ausgehende?',
      loose: 'abgeleitete?|untere',
      alone:
        'kinder|kind(er)?(notiz|them|seite|begriff|element|konzept|idee|knoten)*|' +
        'unter-?(begriff|them|klasse|kategorie|idee|konzept|seite|notiz|punkt|art|technik|aufgabe|gruppe|bereich|typ|system)*|' +
        'runter|nachfolger|blockiert|abwärts|hinab|hinunter|nach unten|tiefer|nachfahren?|nachkommen|enthält|umfasst|beinhaltet|' +
        'besteht aus|ermöglicht|führt zu|schaltet frei|bestandteile?|teile|' +
        '(wird )?(benötigt|gebraucht|verwendet|erforderlich|nötig) (für|in|von)|' +
        '(in|auf) diese(m|r) (abschnitt|kapitel|bereich|seite|ordner|teil|kategorie|thema)|' +
        'inhalt(sverzeichnis)?|spezialisierung(en)?|spezialfälle',
      weak: 'unten|darunter',
    },
    direct: {
      anywhere:
        '(direkt|unmittelbar)e?n? (verbunden*|verwandt*|zugehörig*|verknüpft*|relevant*|bezogen*|gehörend*|dazugehörig*)',
      alone: 'direkt',
    },
    related: {
      anywhere: 'siehe auch|siehe ferner|zum weiterlesen|weiterlesen|querverweise',
      withNoun: '(verwandt|verknüpft|ähnlich|zugehörig|relevant|verbunden|benachbart|weiterführend|weiter)e?(n|r|s)?',
      alone:
        '(verwandt|verknüpft|ähnlich|zugehörig|relevant|verbunden)(e|es|en)?( mit)?|vgl|vergleiche|' +
        'vergleich mit|siehe|s.? a|verweise|verbindungen|verknüpfungen|bezüge|zusammenhänge|' +
        '(nächst|vorherig|vorig|folgend)e?(r|s)?|mehr( dazu| zum thema)?|geschwister|nachbarn|weiter|zurück|' +
        'gegen(sätze?|teile?)|alternativen?|(syn|ant)onyme?|folgezettel|ersetzt( durch)?',
    },
    source: {
      alone:
        'quellen?(angaben?|verzeichnis|nachweise?)?|literatur(verzeichnis|hinweise|angaben)?|referenzen|' +
        'einzelnachweise|belege|nachweise|zitate|fu(ß|ss)noten?|bibliogra(f|ph)ie|ressourcen',
    },
  },
  here: 'diese(m|r|n)',
  asks: {
    words: 'was|welche(n|m|r)?',
    self: 'das|dies(e|es)?|es',
    object: 'diese(m|r|n)',
    before: 'auf|aus|von|zu|für|in',
    fused: ['wor?', '(dar?|hier)'],
  },
  announcements: 'verweise?|notiz(en)?|ideen?|siehe|vgl|(siehe|s|vgl) auch',
  steps: {
    words: 'schritt|etappe',
    parts: 'teil|abschnitt',
    numbers: { 1: 'eins|erste(r|s)?', 2: 'zwei|zweite(r|s)?', 3: 'drei|dritte(r|s)?' },
    phrases: {
      1: 'korrektur|korrigiert*|berichtig*|überarbeitet*',
      2: 'übersetz*|übertragung',
      3: 'vektor*|entfaltung|entfaltet*|ausarbeitung',
    },
    fillers: 'ins|auf|aus|der|die|das|des|von|feld*|text*|fassung|genau*',
  },
  maps: {
    anywhere: '(themen|inhalts|wissens)karte|inhaltsverzeichnis|karte der inhalte',
    atEnds: 'index',
  },
  ranks: {
    ranking: 'rang|ränge|rangstufe|platzierung|liga',
    levels: 'stufe|stufen|reifegrad|niveau|platz|ebene',
    priorities: 'priorität|prio|dringlichkeit|schweregrad|schwierigkeitsgrad|wichtigkeit',
    last: '*stufe|*niveau|*rang|*priorität',
    scales:
      'sehr niedrig<niedrig<mittel<hoch<sehr hoch<kritisch|gering<mittel<hoch<kritisch|' +
      'leicht<mittel<schwer|anfänger<fortgeschritten<profi<experte<meister|minimum<mittel<maximum|' +
      'bronze<silber<gold<platin|hinweis<warnung<fehler<kritisch|' +
      'weißgurt<gelbgurt<orangegurt<grüngurt<blaugurt<braungurt<schwarzgurt',
    leads: 'rangliste|(absteigend|aufsteigend)*|sortiert nach|bestenliste',
  },
};
