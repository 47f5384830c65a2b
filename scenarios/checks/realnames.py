"""Whether a party has the name of a real state or organisation: the names in English and French, and how to compare.

The states are the members and observers of the United Nations; the organisations are those that a case might put at
a table.
"""

import re
import unicodedata
from functools import cache

STATES = """
Afghanistan; Albania, Albanie; Algeria, Algérie; Andorra, Andorre; Angola; Antigua and Barbuda, Antigua-et-Barbuda;
Argentina, Argentine; Armenia, Arménie; Australia, Australie; Austria, Autriche; Azerbaijan, Azerbaïdjan; Bahamas;
Bahrain, Bahreïn; Bangladesh; Barbados, Barbade; Belarus, Bélarus, Biélorussie; Belgium, Belgique; Belize; Benin, Bénin;
Bhutan, Bhoutan; Bolivia, Bolivie; Bosnia and Herzegovina, Bosnie-Herzégovine; Botswana; Brazil, Brésil;
Brunei, Brunei Darussalam, Brunéi; Bulgaria, Bulgarie; Burkina Faso; Burundi; Cabo Verde, Cape Verde, Cap-Vert;
Cambodia, Cambodge; Cameroon, Cameroun; Canada; Central African Republic, République centrafricaine, Centrafrique;
Chad, Tchad; Chile, Chili; China, Chine; Colombia, Colombie; Comoros, Comores; Congo, Congo-Brazzaville; Costa Rica;
Côte d'Ivoire, Ivory Coast; Croatia, Croatie; Cuba; Cyprus, Chypre; Czechia, Czech Republic, Tchéquie,
République tchèque; Democratic Republic of the Congo, République démocratique du Congo, Congo-Kinshasa;
Democratic People's Republic of Korea, North Korea, République populaire démocratique de Corée, Corée du Nord;
Denmark, Danemark; Djibouti; Dominica, Dominique; Dominican Republic, République dominicaine; Ecuador, Équateur;
Egypt, Égypte; El Salvador; Equatorial Guinea, Guinée équatoriale; Eritrea, Érythrée; Estonia, Estonie; Eswatini,
Swaziland; Ethiopia, Éthiopie; Fiji, Fidji; Finland, Finlande; France; Gabon; Gambia, Gambie; Georgia, Géorgie;
Germany, Allemagne; Ghana; Greece, Grèce; Grenada, Grenade; Guatemala; Guinea, Guinée; Guinea-Bissau, Guinée-Bissau;
Guyana; Haiti, Haïti; Honduras; Hungary, Hongrie; Iceland, Islande; India, Inde; Indonesia, Indonésie; Iran; Iraq, Irak;
Ireland, Irlande; Israel, Israël; Italy, Italie; Jamaica, Jamaïque; Japan, Japon; Jordan, Jordanie; Kazakhstan; Kenya;
Kiribati; Kuwait, Koweït; Kyrgyzstan, Kirghizistan; Laos, Lao; Latvia, Lettonie; Lebanon, Liban; Lesotho; Liberia,
Libéria; Libya, Libye; Liechtenstein; Lithuania, Lituanie; Luxembourg; Madagascar; Malawi; Malaysia, Malaisie; Maldives;
Mali; Malta, Malte; Marshall Islands, Îles Marshall; Mauritania, Mauritanie; Mauritius, Maurice, Île Maurice; Mexico,
Mexique; Micronesia, Micronésie; Monaco; Mongolia, Mongolie; Montenegro, Monténégro; Morocco, Maroc; Mozambique;
Myanmar, Burma, Birmanie; Namibia, Namibie; Nauru; Nepal, Népal; Netherlands, Pays-Bas; New Zealand, Nouvelle-Zélande;
Nicaragua; Niger; Nigeria, Nigéria; North Macedonia, Macédoine du Nord; Norway, Norvège; Oman; Pakistan; Palau, Palaos;
Panama; Papua New Guinea, Papouasie-Nouvelle-Guinée; Paraguay; Peru, Pérou; Philippines; Poland, Pologne; Portugal;
Qatar; Republic of Korea, South Korea, République de Corée, Corée du Sud, Korea, Corée; Moldova, Moldavie, Moldova;
Romania, Roumanie; Russia, Russie, Russian Federation, Fédération de Russie; Rwanda; Saint Kitts and Nevis,
Saint-Kitts-et-Nevis; Saint Lucia, Sainte-Lucie; Saint Vincent and the Grenadines, Saint-Vincent-et-les-Grenadines;
Samoa; San Marino, Saint-Marin; Sao Tome and Principe, Sao Tomé-et-Principe; Saudi Arabia, Arabie saoudite; Senegal,
Sénégal; Serbia, Serbie; Seychelles; Sierra Leone; Singapore, Singapour; Slovakia, Slovaquie; Slovenia, Slovénie;
Solomon Islands, Îles Salomon; Somalia, Somalie; South Africa, Afrique du Sud; South Sudan, Soudan du Sud; Spain,
Espagne; Sri Lanka; Sudan, Soudan; Suriname; Sweden, Suède; Switzerland, Suisse, Swiss Confederation; Syria, Syrie,
Syrian Arab Republic, République arabe syrienne; Tajikistan, Tadjikistan; Tanzania, Tanzanie; Thailand, Thaïlande;
Timor-Leste, East Timor; Togo; Tonga; Trinidad and Tobago, Trinité-et-Tobago; Tunisia, Tunisie; Türkiye, Turkey,
Turquie; Turkmenistan, Turkménistan; Tuvalu; Uganda, Ouganda; Ukraine; United Arab Emirates, Émirats arabes unis;
United Kingdom, Great Britain, Royaume-Uni; United States, United States of America, États-Unis, États-Unis d'Amérique,
USA; Uruguay; Uzbekistan, Ouzbékistan; Vanuatu; Venezuela; Viet Nam, Vietnam; Yemen, Yémen; Zambia, Zambie; Zimbabwe;
Holy See, Saint-Siège, Vatican; Palestine, State of Palestine, Palestinian Authority, Autorité palestinienne
"""
"""Each state by its names, the English ones first."""

ORGANISATIONS = """
United Nations, UN, Nations Unies, ONU, Organisation des Nations Unies, United Nations Organization;
Security Council of the United Nations, United Nations Security Council, UN Security Council;
European Union, EU, Union européenne; African Union, AU, Union africaine;
Organization for Security and Co-operation in Europe, OSCE,
Organisation pour la sécurité et la coopération en Europe;
North Atlantic Treaty Organization, NATO, OTAN, Organisation du traité de l'Atlantique Nord;
Organisation of Islamic Cooperation, OIC, Organisation de la coopération islamique, OCI;
Association of Southeast Asian Nations, ASEAN, ANASE;
Economic Community of West African States, ECOWAS, CEDEAO,
Communauté économique des États de l'Afrique de l'Ouest;
League of Arab States, Arab League, Ligue arabe, Ligue des États arabes;
Gulf Cooperation Council, GCC, Cooperation Council for the Arab States of the Gulf;
Intergovernmental Authority on Development, IGAD; Southern African Development Community, SADC;
Economic Community of Central African States, ECCAS, CEEAC; East African Community, EAC;
Organization of American States, OAS, Organisation des États américains, OEA; CARICOM, Caribbean Community;
Mercosur; Commonwealth of Nations; Organisation internationale de la Francophonie, OIF;
Collective Security Treaty Organization, CSTO; Shanghai Cooperation Organisation, SCO;
Commonwealth of Independent States, CIS; Council of Europe, Conseil de l'Europe;
International Committee of the Red Cross, ICRC, Comité international de la Croix-Rouge, CICR;
International Organization for Migration, IOM; World Bank, Banque mondiale;
International Monetary Fund, IMF, Fonds monétaire international, FMI; G7; G20;
Hamas; Hezbollah; Taliban; Islamic State, Daesh, ISIS, État islamique; Al-Qaida, Al-Qaeda; Boko Haram
"""
"""Organisations and armed groups by their names and letters."""

# Words that stand around the name of a state without changing who is meant.
_AROUND = (
    "the of and a la le les l de du des d et government gouvernement governments republic republique federal federale "
    "federation state states etat kingdom royaume united uni islamic islamique democratic democratique people s "
    "populaire socialist socialiste plurinational bolivarian bolivarienne hashemite hachemite sultanate sultanat "
    "emirate principality principaute grand duchy duche commonwealth delegation authorities autorites ministry "
    "ministere foreign affairs affaires etrangeres interim transitional transition president presidency"
)


def real_name(name: str) -> str | None:
    """The real state or organisation that a name means, by its first name; None for a fictional one."""
    words, around = _plain(name).split(), _AROUND.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            meant = _named(" ".join(words[start:end]))
            if meant is not None:
                return meant
            if words[end - 1] not in around:
                break
        if words[start] not in around:
            break
    return None


def _named(plain: str) -> str | None:
    if f"\n{plain}\n" not in _all():
        return None
    for entry in f"{STATES};{ORGANISATIONS}".split(";"):
        names = [" ".join(name.split()) for name in entry.split(",")]
        if plain in map(_plain, names):
            return names[0]
    return None


@cache
def _all() -> str:
    """All names in plain letters, each on a line of its own."""
    return "\n".join(_plain(line) for line in re.split("[;,]", f";{STATES};{ORGANISATIONS};"))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("’", "'")).encode("ascii", "ignore").decode()
    return " ".join(re.findall("[a-z0-9]+", letters))
