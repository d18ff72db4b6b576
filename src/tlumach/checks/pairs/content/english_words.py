"""Words of English, by what is left of them in translations: small words, which nobody takes over, and jargon, which many do."""

_SMALL = """
a an the this that these those some any each every no not all both either neither other another such and or but nor so
yet if than then because although though while whereas unless until since when where why how who whom whose which what
as at by for from in into of off on onto out over to toward towards under up upon with within without about above
across after against along among around before behind below beneath beside besides between beyond despite down during
except inside near outside past through throughout per via i you he she it we they me him her us them my your his its
our their mine yours ours theirs myself yourself itself themselves is are was were be been being am do does did done
doing have has had having can could may might must shall should will would there here also only just even still
already always never often sometimes usually very too quite rather almost however therefore thus instead again once
more most less least many much few several own same different new old good better best bad worse worst available
important possible necessary useful easy hard simple whole certain everything everyone anything anyone nothing something someone
"""
_JARGON = """
advisory agent alpha analytics api app apps args argument arguments array async asynchronous await backend background
bash bearer beta blog body boolean bot branch browser buffer bug bugs bytes cache callback callbacks changelog charset chat
class client clone cloud code coding commit commits config console container cookie cookies coroutine cron dashboard data
dataset debug decorator default dependencies dependency deploy deployment desktop dev diff dist docker docs domain email
emails endpoint endpoints engineer entity event events exec facebook fallback feature features feedback file float
fork form framework frameworks frontend generics google gzip handler hash header headers hook hooks host hosting html
http https id image import inline input int interface issue issues item items iterator json key keys keyword kit
legacy library lifespan linter linux list localhost lock log login logs machine main manager mapping markdown master media
merge message metadata middleware mobile model models module mutable native node null object offline online open
option options output package parameter parser password patch path paths payload pipeline platform plugin plugins
podcast pool port post prefix production profile program prompt property proxy public pull push query queue raw readme
record redirect ref refs release releases rendering repository request requests response rest roadmap root route router routers
routes routing runtime sandbox schema scope scopes script security server servers service session set shell shutdown
site skill slug smart snapshot social software source spam spec sprint stack staging standalone startup state status
storage stream streaming string style submodule swagger tab tag tags task tasks team template test tests thread threads
timeout token tokens tool tools track trade tuple type types union unit update upload url user username validator
validators value version web webhook webhooks website widget wiki wikipedia worker workers workflow workshop workspace
wrapper
"""
_BEFORE_A_VERB = """
to can could may might must shall should will would don't doesn't didn't not they we you i he she it who let
"""
_BEFORE_A_NOUN = """
a an the this that these those your our its their his her my of in with for from by each every any no
"""
SMALL = frozenset(_SMALL.split())
"""Articles, pronouns, prepositions, auxiliaries, common adverbs and adjectives: no jargon of any trade."""
_ABBREVIATIONS = "vs dr tl etc ok pro ps"
"""What other languages take over with English texts."""
JARGON = frozenset((_JARGON + _ABBREVIATIONS).split())
"""Words of computing that translations into Russian and Ukrainian leave as they are: those of the half `tune`, and their kin."""
BEFORE_A_VERB = frozenset(_BEFORE_A_VERB.split())
BEFORE_A_NOUN = frozenset(_BEFORE_A_NOUN.split())
"""What stands before nouns and their adjectives."""
