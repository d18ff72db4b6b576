"""Number words and units of English, British and American; the kinds are those of Russian."""

WORDS = """
some 0 zero|nil|nought
some 1 one|single|once|sole|lone
two 2 two
some 2 both|couple|pair
twice 2 twice
twice 3 thrice
card 3 three
card 4 four
card 5 five
card 6 six
card 7 seven
card 8 eight
card 9 nine
card 10 ten
card 11 eleven
card 12 twelve
card 13 thirteen
card 14 fourteen
card 15 fifteen
card 16 sixteen
card 17 seventeen
card 18 eighteen
card 19 nineteen
card 20 twenty
card 30 thirty
card 40 forty
card 50 fifty
card 60 sixty
card 70 seventy
card 80 eighty
card 90 ninety
hundred 100 hundred
maybe 7 week|weeks|weekly
group 12 dozen
group 10 decades?
maybe 10 tens
maybe 20 score
maybe 24,1 day|days|daily
maybe 2,14 fortnight
group 100 century|centuries
maybe 100 centenary
maybe 6 half-year
mag 1000 thousand|k
mag 1000000 million|mln|mn
mag 1000000000 billion|bn
mag 1000000000000 trillion|trn|tn
ord 1 first|firstly
ord 2 second|secondly
ordpart 3,1/3 third|thirds
ordpart 4,1/4 fourth|fourths
ordpart 5,1/5 fifth|fifths
ordpart 6,1/6 sixth|sixths
ordpart 7,1/7 seventh|sevenths
ordpart 8,1/8 eighth|eighths
ordpart 9,1/9 ninth|ninths
ordpart 10,1/10 tenth|tenths
ord 11 eleventh
ord 12 twelfth
ord 13 thirteenth
ord 14 fourteenth
ord 15 fifteenth
ord 16 sixteenth
ord 17 seventeenth
ord 18 eighteenth
ord 19 nineteenth
ord 20 twentieth
ord 30 thirtieth
ord 40 fortieth
ord 50 fiftieth
ord 60 sixtieth
ord 70 seventieth
ord 80 eightieth
ord 90 ninetieth
ord 100 hundredth
decade 20 twenties
decade 30 thirties
decade 40 forties
decade 50 fifties
decade 60 sixties
decade 70 seventies
decade 80 eighties
decade 90 nineties
decade 2000 noughties
part 1/2 half|halves
part 1/4 quarter|quarters
times 2 double|doubles|doubled|doubling|twofold|halve|halved|halves|halving
times 3 treble|trebled|trebling|triple|tripled|tripling|threefold
times 4 quadruple|quadrupled|quadrupling|fourfold
times 5 fivefold|quintupled
times 6 sixfold
times 10 tenfold
month 1 january|jan
month 2 february|feb
month 3 march|mar
month 4 april|apr
month 5 may
month 6 june|jun
month 7 july|jul
month 8 august|aug
month 9 september|sept|sep
month 10 october|oct
month 11 november|nov
month 12 december|dec
day 1 mondays?
day 2 tuesdays?
day 3 wednesdays?
day 4 thursdays?
day 5 fridays?
day 6 saturdays?
day 7 sundays?
minus 0 minus
"""
UNITS = """
pp percentage[- ]points?|pp
bp basis points?|bps
% %|per[- \u00a0]?cent
‰ ‰
USD (?:US )?dollars?|USD
EUR euros?|EUR|€
GBP pounds?(?: sterling)?|GBP
RUB ro?ubles?|RUB
UAH hryvnias?|hryvnyas?|hryven|grivnas?|UAH
KZT tenge|KZT
CNY yuan|renminbi
JPY yen
PLN zloty|zlotys|zloties
TRY liras?
crown crowns?|krone[rn]?|kron[au]r?|koruna?s?
franc francs?
square-km sq\\.?[ \u00a0]km|km²|square[- ]kilomet(?:re|er)s?
square-m sq\\.?[ \u00a0]m|m²|square[- ]met(?:re|er)s?
cubic-m m³|cubic[- ]met(?:re|er)s?
km/h km/h|kph|kilomet(?:re|er)s? (?:an|per) hour
m/s m/s|met(?:re|er)s? (?:a|per) second
km km|kilomet(?:re|er)s?
cm cm|centimet(?:re|er)s?
mm mm|millimet(?:re|er)s?
mile miles?
m m|met(?:re|er)s?
kg kg|kilo(?:gram(?:me)?)?s?
g g|gram(?:me)?s?
t t|tonn?es?|tons?|metric tons?
ha ha|hectares?
l l|lit(?:re|er)s?
kWh kWh|kilowatt[- ]hours?
GW GW|gigawatts?
MW MW|megawatts?
°C °C|degrees? Celsius
barrel barrels?
light-year light[- ]years?
year years?
month months?
week weeks?
day days?
hour hours?
minute minutes?|min
second seconds?|sec
"""
