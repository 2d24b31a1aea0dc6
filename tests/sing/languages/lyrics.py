"""Native lyrics written for these tests, with the syllables that a singer of the language sings."""

LYRICS: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        ("Somebody left the radio on", 9), ("Hurry, the summer is almost gone", 9),
        ("Silver trains run under the hill", 8), ("I carved your name on an old guitar", 9),
    ),
    "es": (
        ("La lluvia cae sobre la ciudad dormida", 13), ("Guardo tu voz, que me habla bajito", 11),
        ("Bueno, ya viene el día despacio", 11), ("y el río nunca olvida mi canción", 12),
        ("Agua y fuego bailan en la calle", 11),
    ),
    "fr": (
        ("Une petite lampe veille dans la nuit", 12), ("L'amour, c'est une étoile sur la mer", 10),
        ("Les enfants chantent sous les arbres", 9), ("Aujourd'hui je marche seul vers la plage", 10),
        ("La vie est belle quand tu chantes", 8),
    ),
    "de": (
        ("Der Regen tanzt auf allen Dächern", 9), ("Ich trage deine Stimme in der Tasche", 11),
        ("Sternenstaub fällt auf die Straße", 8), ("Vielleicht beginnen wir noch einmal neu", 10),
        ("Die Freiheit singt in meinem Herzen", 9),
    ),
    "it": (
        ("Il piano suona nella notte chiara", 11), ("L'amore vola via come la neve", 12),
        ("Guardo la città dalla finestra", 10), ("Tuoi sono i sogni, mia la canzone", 12),
        ("Lui cammina piano sotto la pioggia", 11),
    ),
    "pt": (
        ("Meu coração não sabe mentir", 9), ("Saudade mora na minha canção", 10),
        ("A lua canta para a cidade", 11), ("Minha mãe tem um jardim de limões", 10),
        ("Você é o sol de toda manhã", 10),
    ),
    "nl": (
        ("De regen danst op alle daken", 9), ("Niemand zei dat de winter zou blijven", 10),
        ("Zeven meeuwen slapen bij de haven", 10), ("Het huis is stil en eeuwig van ons", 9),
        ("Onder de brug is het water diep", 9),
    ),
    "sv": (
        ("Regnet dansar över alla tak", 9), ("Jag bär din röst i min väska", 8),
        ("Sju måsar sover vid hamnen", 8), ("Stjärnorna lyser på sjön i natt", 9),
        ("En flicka sjunger om kärleken", 9),
    ),
    "ru": (
        ("Дождь танцует на старых крышах", 9), ("Я храню твой голос в кармане", 9),
        ("Моё сердце не забудет твоё", 10), ("Сегодня в городе поют звёзды", 10),
        ("Хорошо, что ты со мной", 7),
    ),
    "cs": (
        ("Srdce mi zpívá v tichém domě", 9), ("Vlk a vítr běží přes pole", 9),
        ("Řeka teče pod starým mostem", 9), ("Sedm hvězd tančí nad horou", 8),
        ("Nikdo neřekl, že zima zůstane", 11),
    ),
    "sw": (
        ("Mvua inacheza juu ya paa", 11), ("Mpenzi wangu, moyo unaimba", 11),
        ("Mtu aliacha ndoto nyumbani", 11), ("Nyota zinang'aa usiku", 9),
        ("Kesho tutatafuta nchi mpya", 11),
    ),
}  # fmt: skip

# A word, and its phones with a dot between syllables, as grammars of the languages give them.
SOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "es": (
        ("bueno", "bwe no"), ("corazón", "ko ɾa son"), ("guitarra", "ɡi ta ra"), ("ciudad", "sju ðad"),
        ("lluvia", "ʝu βja"), ("pingüino", "pin ɡwi no"), ("México", "me xi ko"), ("huevo", "we βo"),
        ("muy", "mwi"), ("país", "pa is"), ("rey", "rei"), ("agua", "a ɣwa"),
    ),
    "fr": (
        ("nuit", "nɥi"), ("étoile", "e twal"), ("chanson", "ʃɑ̃ sɔ̃"), ("l'amour", "la muʁ"), ("c'est", "sɛ"),
        ("enfant", "ɑ̃ fɑ̃"), ("montagne", "mɔ̃ taɲ"), ("arbre", "aʁ bʁə"), ("cœur", "kœʁ"), ("coeur", "kœʁ"),
        ("yeux", "jø"), ("qu'il", "kil"),
    ),
    "de": (
        ("ich", "ɪç"), ("Nacht", "naxt"), ("Straße", "ʃtʁaː sə"), ("träumen", "tʁɔʏ mən"),
        ("Vater", "faː tɐ"),
        ("zwei", "t͡svaɪ"), ("König", "køː nɪç"), ("Wasser", "va sɐ"), ("singen", "zɪŋ ən"), ("lebt", "leːpt"),
        ("Apfel", "a p͡fəl"), ("verloren", "fɛɐ loː ʁən"), ("Licht", "lɪçt"),
        ("Sternenstaub", "ʃtɛɐ nən ʃtaʊp"),
    ),
    "it": (
        ("piano", "pja no"), ("cielo", "t͡ʃɛ lo"), ("ghiaccio", "ɡja t͡ʃːo"), ("sogno", "so ɲo"),
        ("famiglia", "fa mi ʎːa"), ("notte", "nɔ tːe"), ("perché", "per ke"), ("io", "i o"), ("lui", "lui"),
        ("città", "t͡ʃi tːa"), ("buono", "bwɔ no"), ("l'anima", "la ni ma"),
    ),
    "pt": (
        ("coração", "ko ɾa sɐ̃ũ"), ("não", "nɐ̃ũ"), ("noite", "noi t͡ʃi"), ("saudade", "sau da d͡ʒi"),
        ("mãe", "mɐ̃ĩ"), ("minha", "mi ɲɐ"), ("trabalho", "tɾa ba ʎu"), ("sol", "sɔu"), ("rua", "hu ɐ"),
        ("homem", "o mẽĩ"), ("água", "a ɡwɐ"),
    ),
    "nl": (
        ("huis", "hœys"), ("lopen", "loː pən"), ("nacht", "nɑxt"), ("vrijheid", "vrɛi hɛit"),
        ("leeuw", "leːu"), ("schip", "sxɪp"), ("mooi", "moːi"), ("gelukkig", "ɣə lʏ kəx"),
        ("goed", "ɣut"), ("kleur", "kløːr"),
    ),
    "sv": (
        ("sjö", "ɧøː"), ("kärlek", "ɕæː ɭɛk"), ("barn", "bɑːɳ"), ("hjärta", "jæː ʈa"), ("skön", "ɧøːn"),
        ("flicka", "flɪ ka"), ("göra", "jøː ra"), ("mig", "mɛj"), ("och", "ɔk"), ("sång", "sɔŋ"),
    ),
    "ru": (
        ("молоко", "mə lɐ ko"), ("друг", "druk"), ("что", "ʂto"), ("его", "jɪ vo"), ("сердце", "sʲer t͡sɨ"),
        ("любовь", "lʲu bofʲ"), ("счастье", "ɕːa sʲtʲjɪ"), ("звёзды", "zvʲo zdɨ"), ("сегодня", "sʲɪ vo dnʲə"),
        ("жизнь", "ʐɨzʲnʲ"),
    ),
    "cs": (
        ("srdce", "sr̩t t͡sɛ"), ("vlk", "vl̩k"), ("řeka", "r̝ɛ ka"), ("dítě", "ɟiː cɛ"), ("hvězda", "ɦvjɛ zda"),
        ("jsem", "sɛm"), ("led", "lɛt"), ("město", "mɲɛ sto"), ("vítr", "viː tr̩"), ("když", "ɡdɪʃ"),
    ),
    "sw": (
        ("mtu", "m̩ tu"), ("upendo", "u pɛ nɗɔ"), ("ng'ombe", "ŋɔ mɓɛ"), ("nyota", "ɲɔ tɑ"), ("jua", "d͡ʒu ɑ"),
        ("nchi", "n̩ t͡ʃi"), ("wangu", "wɑ ŋɡu"), ("chakula", "t͡ʃɑ ku lɑ"),
    ),
}  # fmt: skip
