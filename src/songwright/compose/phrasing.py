"""Bars of sixteenths that singers and soloists like, in the notation of `pattern.py`. Data only."""

SUNG_POP = ("x.x.x.x.x..x..x.", "..x.x.x.x.x.x...", "x..x..x.x.x.x...", "x.x.x..x.x.x..x.")
SUNG_PLAIN = ("x.x.x.x.x.x.x...", "x...x.x.x...x.x.", "x..xx.x.x..xx...")
SUNG_SLOW = ("x...x.x.x.......", "..x.x.x.x...x...", "x.....x.x.x.x...")
SUNG_ROCK = ("x.x.x.x.x.x.x...", "x...x.x.x.x.x...", "..x.x.x.x.x.x.x.")
SUNG_SOUL = ("x..x..x.x.xx..x.", "..xx.x.x..x.x...", "x.xx..x.x..x.x..")
SUNG_RAP = ("x.xxx.x.x.xxx.x.", "xxx.x.xxxxx.x...", "x.x.xxx.x.x.xxx.")
SUNG_LATIN = ("x..x..x.x.x.x...", "..x..xx.x.x..x..", "x.x..x.x..x.x...")

SLOW_LINES = ("x_______x___x___", "x___x___x_______", "x_____x_x_______")
PLAIN_LINES = ("x___x_x_x___x___", "x_x_x___x_x_x___", "x___x___x_x_x_x_")
BOLD_LINES = ("x__x__x_x___x_x_", "x_x_x__x__x_x___", "x_____x_x_x_x___")
RUNS = ("xxxxxxxxxxxxxxxx", "x_xxx_xxx_xxx_xx", "xxxxx___xxxxx___")
EIGHTH_RUNS = ("x_x_x_x_x_x_x_x_", "x_x_x_x_xxx_x_x_", "x__xx_x_x_xxx_x_")
