"""What stand-ins write where the rules ask for words, in the language of the session."""

from collections.abc import Mapping

from scenarios.texts import NARROW
from simulator.engine import View
from simulator.rehearsal.situation import chance

_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "conditions": (
        "We take part if the agenda leaves nothing out.",
        "We are in as long as nothing we say here reaches the press.",
        "We stay if the mediators meet us alone before any text is written.",
    ),
    "position": (
        "On “{issue}” we stand for this: {option}.",
        "{issue}: for us the answer is {option}.",
        "We came for this: {option}. That is our position on “{issue}”.",
    ),
    "contest": (
        "Put like this, the question has already been answered.",
        "This wording is the other side's.",
    ),
    "change": (
        "Yes, if “{issue}” reads: {option}.",
        "We could say yes. “{issue}” has to become: {option}.",
        "Close. What hurts is “{issue}”; with “{option}” we can talk.",
    ),
    "hurts": (
        "No. What hurts most is “{issue}”; we need {option}.",
        "We cannot carry this home: “{issue}” would have to be {option}.",
    ),
    "offer": (
        "An offer that we can carry home.",
        "We have moved where it costs us least. Now it is for you.",
        "Everything together, or nothing.",
    ),
    "float": (
        "Nobody's offer: what is wrong with it for you?",
        "A question, not a proposal: could you live with this?",
        "Suppose that it looked like this. Where does it hurt?",
    ),
    "comment": (
        "“{heading}” does not say who does what, and by when.",
        "What is wrong with “{heading}” for us: it can be read in two ways.",
        "“{heading}” says nothing about those who live there.",
    ),
    "reservation": ("We read “{issue}” in the light of our constitution.", "Subject to how “{issue}” is carried out."),
    "bracket": (
        "“{heading}” names who does it, and by when.",
        "On “{heading}”: as far as each can bear it, and no further.",
        "“{heading}” holds for a year, and is looked at again then.",
    ),
    "narrow": (
        "“{heading}”: who does it is named within a month.",
        "On “{heading}”, we only ask that it can be looked at again.",
    ),
    "redraft": (
        "{text} This is looked at again at the next meeting.",
        "{text} Nobody is bound to more than they said.",
    ),
    "explain": (
        "We joined the others on “{title}”, and read it in the light of our own law.",
        "“{title}” is not the text that we would have written; it is one that we can defend.",
    ),
    "refuse": ("We cannot sign what “{issue}” says.", "Not with “{issue}” as it stands."),
    "walk-out": ("What we said in confidence is on the table.", "This is not a talk between equals.", "Enough."),
    "return": ("We come back, and we expect to be heard.", "We have made our point.", "For those who wait at home."),
    "objection": (
        "These words settle what we are here to talk about.",
        "We do not sit down under that name.",
        "Put it so that nobody has to swallow it.",
    ),
    "walk-out-item": (
        "Not under that name. We wait outside.",
        "Call us when you have other words.",
    ),
    "step": (
        "We leave the words open, and talk about what people need.",
        "A break of ten minutes, and then we begin with the practical part.",
        "Come back: nothing is written down before you have seen it.",
    ),
    "decline": ("Not now.", "First we want to see the text."),
    "no-answer": ("Nobody answered in time.",),
    "agenda": ("Everybody had the time to say what is missing.",),
    "learned": ("{text}",),
    "expert": (
        "What has worked elsewhere on “{issue}”?",
        "What would you check before you write a word on “{issue}”?",
    ),
    "no-card": ("It depends on who checks it, and how soon.",),
    "capital": ("How far may we go on “{issue}”?", "They want “{option}” on “{issue}”. May we?"),
    "capital-answer": ("{text}",),
    "hold": ("Come home with something that we can defend.",),
    "event": (
        "Noted: {title}. First we find out what happened.",
        "{title}: this changes the order, not the aim.",
        "We answer “{title}” together, and not through the press.",
    ),
    "appeal": (
        "I have buried people of both sides. Do not make me bury this as well.",
        "Those who wait outside will ask each of you one question: did you try everything?",
    ),
    "commitment": ("names one person who answers for “{heading}”",),
    "deadline": ("within thirty days of signature",),
    "verified": ("a joint visit, with a report to all parties", "a signed list that all parties may read"),
    "parked": ("Set aside, so that the rest can stand.",),
    "no-agreement": ("The positions are nearer, and the time is over.",),
    "phase": ("The time for it is over.",),
    "idea": ("What if “{issue}” were settled step by step, with a date for each?",),
    "place": ("side room", "the small room", "the garden"),
    "call-back": (
        "“{title}”: nobody of ours was there. We ask on our side, and call again.",
        "We have heard of “{title}”. We do not know yet who did it.",
    ),
    "found": ("Both were shown the place, and both signed what they saw.",),
    "unverified": ("Nobody could establish it. Both versions stand.",),
    "handled": (
        "Nobody is blamed; both warn each other before it can happen again.",
        "The damage is mended by both, and the next call comes before the next word.",
    ),
    "promise": ("Do what was agreed about “{title}”",),
    "next-round": ("by the next meeting",),
    "progress-scheduled": ("It has a new date.",),
    "progress-in_progress": ("We have begun.", "Half of it stands."),
    "progress-done": ("It is done; come and see.",),
    "progress-blocked": ("We wait for others.", "The money has not come."),
    "progress-violated": ("It was not kept.",),
    "judged": ("What I saw, and not what I was told.",),
    "report-bracketed": (
        "Two wordings remain on “{issue}”.",
        "Most of us could live with this on “{issue}”; not all.",
    ),
    "report-blocked": (
        "“{issue}” is beyond what we can settle here.",
        "We do not agree on who would answer for “{issue}”.",
    ),
    "report-refuse": ("This is not what our people said in the sub-committee.", "It gives us too little."),
    "contradiction": ("{shared}: the reports do not add up.", "Two reports dispose of this: {shared}."),
    "dispute-violation": ("{article}: what it asks for was not done.", "{article} was broken before our eyes."),
    "dispute-answer": ("{article} does not say that.", "We have kept our part of {article}."),
    "dispute-refer": ("It needs more time than we have here.",),
    "reading-1": ("{article} is carried out step by step, each step with a date and a name.",),
    "reading-2": ("On {article}, both readings stand; until they meet, nothing is done that closes either.",),
    "reading-3": ("Three people whom both name read {article} together, and both follow what they find.",),
    "not-taken-up": (
        "The parties have settled “{issue}” otherwise.",
        "There was no agreement on this in “{issue}”; it can come back with the review.",
    ),
    "message": (
        "We need your answer on “{issue}” before the next sitting, in writing, and nobody else will see it.",
        "On “{issue}” the others have moved, not far, but further than they say. What could you give in return?",
        "Please do not speak to the press about “{issue}” today: the wording is fragile, and so is the other side.",
    ),
    "softly": ("It was only a thought.", "They would be grateful, if you see a way.", "No hurry."),
    "press": (
        "On “{issue}”, those who will live with the text are still waiting to be asked.",
        "We came to listen. On “{issue}” there is more will in the room than the headlines say.",
        "Nobody at this table can say any more that they did not know what “{issue}” costs.",
    ),
    "non-paper": (
        "Without prejudice to anybody's position: “{issue}” could be settled for one year, and be looked at again.",
        "A thought, not a proposal: what would have to be true so that all could live with “{issue}”?",
    ),
    "compliance": (
        "What was promised and what I saw, entry by entry. Where I saw nothing, I say nothing.",
        "Some of it is done, more is on its way, and some of it nobody speaks of any more.",
    ),
}

_FRENCH: Mapping[str, tuple[str, ...]] = {
    "conditions": (
        "Nous participons si l'ordre du jour n'écarte rien.",
        "Nous en sommes, tant que rien de ce que nous disons ici ne parvient à la presse.",
        "Nous restons si les médiateurs nous reçoivent seuls avant d'écrire un texte.",
    ),
    "position": (
        "Sur « {issue} », nous défendons ceci : {option}.",
        "{issue} : pour nous, la réponse est {option}.",
        "Nous sommes venus pour cela : {option}. C'est notre position sur « {issue} ».",
    ),
    "contest": (
        "Posée ainsi, la question contient déjà sa réponse.",
        "Cette formulation est celle de l'autre partie.",
    ),
    "change": (
        "Oui, si « {issue} » devient : {option}.",
        "Nous pourrions dire oui. « {issue} » doit devenir : {option}.",
        "Presque. Ce qui nous gêne, c'est « {issue} » ; avec « {option} », nous pouvons parler.",
    ),
    "hurts": (
        "Non. Ce qui nous gêne le plus, c'est « {issue} » ; il nous faut {option}.",
        "Nous ne pouvons pas rentrer avec cela : sur « {issue} », il faudrait {option}.",
    ),
    "offer": (
        "Une offre que nous pouvons défendre chez nous.",
        "Nous avons bougé là où cela nous coûte le moins. À vous maintenant.",
        "Tout ensemble, ou rien.",
    ),
    "float": (
        "Ce n'est l'offre de personne : qu'est-ce qui vous gêne ?",
        "C'est une question, pas une proposition : pourriez-vous vous en accommoder ?",
        "Supposons que cela ressemble à ceci. Où le bât blesse-t-il ?",
    ),
    "comment": (
        "« {heading} » ne dit pas qui fait quoi, ni quand.",
        "Ce qui ne va pas pour nous dans « {heading} » : cela se lit de deux façons.",
        "« {heading} » ne dit rien de ceux qui vivent là.",
    ),
    "reservation": (
        "Nous lisons « {issue} » à la lumière de notre constitution.",
        "Sous réserve des modalités d'application de « {issue} ».",
    ),
    "bracket": (
        "« {heading} » désigne qui agit, et dans quel délai.",
        "Sur « {heading} » : dans la mesure des moyens de chacun, et pas au-delà.",
        "« {heading} » vaut pour un an, puis est réexaminé.",
    ),
    "narrow": (
        "« {heading} » : le responsable est désigné dans le mois.",
        "Sur « {heading} », nous demandons seulement que cela puisse être réexaminé.",
    ),
    "redraft": (
        "{text} Ce point sera réexaminé à la prochaine réunion.",
        "{text} Nul n'est engagé au-delà de ce qu'il a dit.",
    ),
    "explain": (
        "Nous nous sommes joints aux autres sur « {title} », que nous lisons à la lumière de notre droit.",
        "« {title} » n'est pas le texte que nous aurions écrit ; c'est un texte que nous pouvons défendre.",
    ),
    "refuse": ("Nous ne pouvons pas signer ce que dit « {issue} ».", "Pas avec « {issue} » en l'état."),
    "walk-out": (
        "Ce que nous avons dit en confidence est sur la table.",
        "Ce n'est pas un dialogue entre égaux.",
        "Cela suffit.",
    ),
    "return": (
        "Nous revenons, et nous attendons d'être entendus.",
        "Nous nous sommes fait comprendre.",
        "Pour ceux qui attendent chez nous.",
    ),
    "objection": (
        "Ces mots tranchent ce dont nous sommes venus parler.",
        "Nous ne siégeons pas sous ce nom.",
        "Dites-le de façon que personne n'ait à l'avaler.",
    ),
    "walk-out-item": (
        "Pas sous ce nom. Nous attendons dehors.",
        "Appelez-nous quand vous aurez d'autres mots.",
    ),
    "step": (
        "Laissons les mots ouverts, et parlons de ce dont les gens ont besoin.",
        "Dix minutes de pause, puis nous commençons par les questions pratiques.",
        "Revenez : rien ne sera écrit avant que vous l'ayez vu.",
    ),
    "decline": ("Pas maintenant.", "Nous voulons d'abord voir le texte."),
    "no-answer": ("Personne n'a répondu à temps.",),
    "agenda": ("Chacun a eu le temps de dire ce qui manque.",),
    "learned": ("{text}",),
    "expert": (
        "Qu'est-ce qui a fonctionné ailleurs sur « {issue} » ?",
        "Que vérifieriez-vous avant d'écrire un mot sur « {issue} » ?",
    ),
    "no-card": ("Cela dépend de qui vérifie, et sous quel délai.",),
    "capital": (
        "Jusqu'où pouvons-nous aller sur « {issue} » ?",
        "Ils veulent « {option} » sur « {issue} ». Pouvons-nous l'accepter ?",
    ),
    "capital-answer": ("{text}",),
    "hold": ("Rentrez avec quelque chose que nous puissions défendre.",),
    "event": (
        "Noté : {title}. Nous établissons d'abord ce qui s'est passé.",
        "{title} : cela change l'ordre, pas le but.",
        "Nous répondons ensemble à « {title} », et non par la presse.",
    ),
    "appeal": (
        "J'ai enterré des gens des deux côtés. Ne me faites pas enterrer cela aussi.",
        "Ceux qui attendent dehors poseront une seule question : avez-vous tout essayé ?",
    ),
    "commitment": ("nomme une personne qui répond de « {heading} »",),
    "deadline": ("dans les trente jours qui suivent la signature",),
    "verified": (
        "une visite conjointe, avec un rapport à toutes les parties",
        "une liste signée que toutes les parties peuvent lire",
    ),
    "parked": ("Mis de côté, pour que le reste tienne.",),
    "no-agreement": ("Les positions se sont rapprochées, mais le temps est écoulé.",),
    "phase": ("Le temps prévu est écoulé.",),
    "idea": ("Et si « {issue} » se réglait pas à pas, avec une date pour chaque pas ?",),
    "place": ("la salle voisine", "la petite salle", "le jardin"),
    "call-back": (
        "« {title} » : personne de chez nous n'y était. Nous nous renseignons de notre côté et nous rappelons.",
        "Nous avons appris « {title} ». Nous ne savons pas encore qui l'a fait.",
    ),
    "found": ("Les deux parties ont vu les lieux, et toutes deux ont signé ce qu'elles ont vu.",),
    "unverified": ("Personne n'a pu l'établir. Les deux versions demeurent.",),
    "handled": (
        "Personne n'est mis en cause ; chacun prévient l'autre avant que cela ne se reproduise.",
        "Les deux parties réparent les dégâts, et le prochain appel viendra avant le prochain reproche.",
    ),
    "promise": ("Faire ce qui a été convenu au sujet de « {title} »",),
    "next-round": ("d'ici la prochaine réunion",),
    "progress-scheduled": ("Une nouvelle date est fixée.",),
    "progress-in_progress": ("Nous avons commencé.", "La moitié est faite."),
    "progress-done": ("C'est fait ; venez voir.",),
    "progress-blocked": ("Nous attendons les autres.", "L'argent n'est pas arrivé."),
    "progress-violated": ("Cela n'a pas été tenu.",),
    "judged": ("Ce que j'ai vu, et non ce qu'on m'a dit.",),
    "report-bracketed": (
        "Deux formulations restent sur « {issue} ».",
        "La plupart pourraient s'accommoder de ceci sur « {issue} » ; pas tous.",
    ),
    "report-blocked": (
        "« {issue} » dépasse ce que nous pouvons régler ici.",
        "Nous ne sommes pas d'accord sur qui répondrait de « {issue} ».",
    ),
    "report-refuse": ("Ce n'est pas ce que les nôtres ont dit en sous-comité.", "Cela nous donne trop peu."),
    "contradiction": ("{shared} : les rapports ne concordent pas.", "Deux rapports en disposent : {shared}."),
    "dispute-violation": ("{article} : ce qui est demandé n'a pas été fait.", "{article} a été violé sous nos yeux."),
    "dispute-answer": ("{article} ne dit pas cela.", "Nous avons tenu notre part de {article}."),
    "dispute-refer": ("Il faut plus de temps que nous n'en avons ici.",),
    "reading-1": ("{article} s'applique pas à pas, chaque pas avec une date et un nom.",),
    "reading-2": (
        "Sur {article}, les deux lectures demeurent ; d'ici à ce qu'elles se rejoignent, rien n'est fait qui ferme "
        "l'une ou l'autre.",
    ),
    "reading-3": ("Trois personnes que les deux désignent lisent {article} ensemble, et les deux suivent leur avis.",),
    "not-taken-up": (
        "Les parties ont réglé « {issue} » autrement.",
        "Il n'y a pas eu d'accord là-dessus dans « {issue} » ; cela pourra revenir lors du réexamen.",
    ),
    "message": (
        "Il nous faut votre réponse sur « {issue} » avant la séance, par écrit, et personne d'autre ne la verra.",
        "Sur « {issue} », les autres ont bougé, peu, mais plus qu'ils ne le disent. Que pourriez-vous offrir ?",
        "Ne dites rien à la presse de « {issue} » aujourd'hui : la formule est fragile, et l'autre partie aussi.",
    ),
    "softly": ("Ce n'était qu'une idée.", "Ils vous en seraient reconnaissants, si c'est possible.", "Rien ne presse."),
    "press": (
        "Sur « {issue} », ceux qui vivront avec ce texte attendent toujours qu'on leur pose la question.",
        "Nous sommes venus écouter. Sur « {issue} », il y a plus de volonté dans la salle que dans les journaux.",
        "Plus personne à cette table ne peut dire qu'il ignorait ce que coûte « {issue} ».",
    ),
    "non-paper": (
        "Sans préjudice de la position de quiconque : « {issue} » pourrait être réglé pour un an, puis réexaminé.",
        "Une réflexion, non une proposition : que faudrait-il pour que tous puissent vivre avec « {issue} » ?",
    ),
    "compliance": (
        "Ce qui a été promis et ce que j'ai vu, point par point. Là où je n'ai rien vu, je ne dis rien.",
        "Une partie est faite, une autre est en chemin, et d'une autre encore plus personne ne parle.",
    ),
}


def _typeset(sentence: str) -> str:
    """French as it is printed: narrow spaces that no line ends with, and round apostrophes."""
    for sign in ";:?!»":
        sentence = sentence.replace(f" {sign}", f"{NARROW}{sign}")
    return sentence.replace("« ", f"«{NARROW}").replace("'", "’")


LANGUAGES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _ENGLISH,
    "fr": {occasion: tuple(map(_typeset, sentences)) for occasion, sentences in _FRENCH.items()},
}
"""What is written on each occasion, by language."""


def say(view: View, what: str, **words: str) -> str:
    """A sentence for an occasion; English where the language has none."""
    sentences = LANGUAGES.get(view.language, _ENGLISH)[what]
    return chance(view, f"words {what}").choice(sentences).format(**words)


def said(what: str, text: str) -> bool:
    """Whether a text is one of the sentences for an occasion, in any language."""
    return any(text in sentences[what] for sentences in LANGUAGES.values())
