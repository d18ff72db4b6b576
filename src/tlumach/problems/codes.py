"""The codes of problems: each with its level, what it says and how it is mended. RULES.md is made from them."""

from enum import StrEnum
from typing import Self


class Level(StrEnum):
    """How bad a problem is: an error fails the build, a warning does so only when asked to, an info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


ERROR, WARNING, INFO = Level.ERROR, Level.WARNING, Level.INFO
WAIVED = True
"""A person may let a finding of the rule stand, with a reason, in the record of the translation."""


class Code(StrEnum):
    """What kind a problem is of. To add one, add a row: `python scripts/rules.py` puts it on the page of the rules.

    ``level`` is that of the rule (a project's settings may change it), ``says`` one sentence on what is wrong, ``remedy``
    one on how it is mended, ``can_be_waived`` whether a record may let it stand.
    """

    level: Level
    says: str
    remedy: str
    can_be_waived: bool

    def __new__(cls, value: str, level: Level, says: str, remedy: str, can_be_waived: bool = False) -> Self:
        """Make a code of its row."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.level, code.says, code.remedy, code.can_be_waived = level, says, remedy, can_be_waived
        return code

    # fmt: off
    # A translation beside its source.
    STRUCTURE = ("structure", ERROR, "The translation has another structure than its source.",
                 "Give it the blocks, list items, cells, pictures and code of the source.", WAIVED)
    LINKS = ("links", ERROR, "The translation has other links than its source.",
             "Put in the links of the source.", WAIVED)
    FOOTNOTES = ("footnotes", ERROR, "The translation has other footnote marks than its source.",
                 "Put in the footnote marks of the source.", WAIVED)
    LETTERS = ("letters", ERROR, "A word has letters that its language lacks, or mixes Latin and Cyrillic.",
               "Type the word anew.", WAIVED)
    UNTRANSLATED = ("untranslated", ERROR, "A text is left in the language of the source, or is empty.",
                    "Translate it.", WAIVED)
    NUMBERS = ("numbers", ERROR, "The translation has other numbers, dates, sums or units than its source.",
               "Give those of the source.", WAIVED)
    QUOTATION_MARKS = ("quotation-marks", WARNING, "A quotation mark is not of the language, or lacks its partner.",
                       "Use the marks of the language, in pairs.", WAIVED)
    BRACKETS = ("brackets", WARNING, "A bracket lacks its partner.", "Close it, or take it out.", WAIVED)
    APOSTROPHE = ("apostrophe", WARNING, "An apostrophe is not that of the language, or not that of the page.",
                  "Use one throughout.", WAIVED)
    DASHES = ("dashes", WARNING, "A hyphen, or the dash of another language, stands where a dash is meant.",
              "Write the dash of the language.", WAIVED)
    DOUBLED = ("doubled", WARNING, "A word, a space or a mark stands twice in a row.", "Take one out.", WAIVED)
    SPACE_BEFORE_PUNCTUATION = ("space-before-punctuation", WARNING, "A space stands where the language has none.",
                                "Take the space out.", WAIVED)
    NO_BREAK_SPACE = ("no-break-space", WARNING, "An ordinary space stands where the page has no-break spaces.",
                      "Put a no-break space (U+00A0) there.", WAIVED)
    BROKEN_MARKUP = ("broken-markup", WARNING, "Readers see marks that were meant as emphasis, a link or an entity.",
                     "Put the marks right beside what they mark.", WAIVED)
    MISSING_SPACE = ("missing-space", WARNING, "A space is missing after a mark, or around brackets.",
                     "Put the space in.", WAIVED)
    LEFT_WORD = ("left-word", INFO, "A word of the source's language stands in the midst of a translation.",
                 "Translate it, or put it into italics or quotation marks.", WAIVED)
    INVISIBLE = ("invisible-characters", WARNING, "A text has characters that nobody sees.", "Take them out.", WAIVED)
    LENGTH = ("length", INFO, "The translation is much longer or shorter than its source.",
              "See whether something was left out or added.", WAIVED)
    UNSOURCED_FACT = ("unsourced-fact", INFO, "A box or footnote states a fact and names no source.",
                      "Add a footnote mark or a link to where it stands.", WAIVED)
    SPELLING = ("spelling", WARNING, "No dictionary knows a word.",
                "Mend it, or put it on the list of words that are right.", WAIVED)
    SAME_SOURCE_TWO_WAYS = ("same-source-two-ways", INFO, "A sentence is translated in two ways on one page.",
                            "Choose one of them.", WAIVED)
    DIFFERENT_SOURCES_ALIKE = ("different-sources-alike", INFO, "Two different sentences have one translation.",
                               "Translate the one that was pasted over.", WAIVED)
    WAIVER = ("waiver", ERROR, "A waiver gives no reason, or names no rule that can be waived.",
              "Write `waive RULE: the reason`.")
    UNUSED_WAIVER = ("unused-waiver", WARNING, "A waiver waives nothing any more.", "Take the line out.")

    # Pages and their translations.
    MISSING_TRANSLATION = ("missing-translation", WARNING, "A page has no translation.", "Translate it.")
    MISSING_SOURCE = ("missing-source", ERROR, "A translation has no source page.",
                      "Restore the source, or remove the translation.")
    STALE_BLOCK = ("stale-block", WARNING, "The source has changed since it was translated.",
                   "See `tlumach diff`, mend the translation, then `tlumach confirm`.")
    MOVED_BLOCK = ("moved-block", WARNING, "The source has put a block into another place, and the translation has not.",
                   "Move it there too, or confirm the order as it is.")
    MISSING_BLOCK = ("missing-block", WARNING, "A block of the source has no translation.", "Translate it.")
    ORPHANED_BLOCK = ("orphaned-block", WARNING, "The source of a translated block is gone.",
                      "Remove the translation too.")
    UNCONFIRMED_BLOCKS = ("unconfirmed-blocks", WARNING, "Nobody has confirmed that blocks say what the source says.",
                          "Read them, then `tlumach confirm`.")
    EDITED_RECORD = ("edited-record", WARNING, "A record was changed by hand after a person confirmed it.",
                     "Read both texts, then `tlumach confirm` the block.")
    UNSEALED_RECORDS = ("unsealed-records", WARNING, "What was confirmed is from before there were checksums.",
                        "See that it is right, then `tlumach seal`.")
    RENAMED_PAGE = ("renamed-page", WARNING, "A page has been renamed by hand, and its record has not.",
                    "`tlumach move OLD NEW` does the rest.")
    RECORD_WITHOUT_PAGE = ("record-without-page", WARNING, "A record belongs to no page.",
                           "Restore the page, or `tlumach move`, or `tlumach remove`.")
    FORMER_PATH = ("former-path", WARNING, "`redirect_from` names a path at which there is a page, or that two pages name.",
                   "Take it out of one of them.")
    FORMER_NAME = ("former-name", WARNING, "Something names a page or file by a path that it no longer has; `tlumach move` says so.",
                   "Write the new path, or let it be.")
    SOURCE_TEXT = ("source-text", ERROR, "The page differs from the given text, or that text cannot be read.",
                   "Restore the words of the given text.")
    EMPTY_PAGE = ("empty-page", ERROR, "A page is empty.", "Write it, or remove the file in every language.")
    NO_TITLE = ("no-title", ERROR, "A page has no first-level heading.", "Begin it with a line `# Title`.")
    TWO_TITLES = ("two-titles", ERROR, "A page has two first-level headings.", "Make the second `## …`.")
    PICTURE_WITHOUT_DESCRIPTION = ("picture-without-description", WARNING, "A picture says nothing to those who do not"
                                   " see it.", "Say in its brackets what it shows.")
    TWO_IDS = ("two-ids", ERROR, "An id stands twice on a page.", "Give one of them another.")
    BLOCKS_SHARE_LINE = ("blocks-share-line", ERROR, "Two blocks share a line.", "Put a blank line between them.")
    FENCE_NOT_CLOSED = ("fence-not-closed", WARNING, "A code block is never closed.",
                        "Close it with as many of the same characters.")
    HTML_NOT_CLOSED = ("html-not-closed", WARNING, "HTML is never closed and takes the rest of the page.",
                       "Close its tag.")
    FRONT_MATTER = ("front-matter", ERROR, "The front matter has a key or value that cannot be.",
                    "Write what the message names.")
    ENCODING = ("encoding", ERROR, "A page is not UTF-8.", "Save it as UTF-8.")
    FLAT_EXPLAINER = ("flat-explainer", INFO, "An explainer lies in no folder of its own, so that it has no editions.",
                      "Move it to a folder, as `index.md`.")
    TWO_NOTES = ("two-notes", ERROR, "A footnote is defined twice.", "Give one of them another name.")
    BLOCKS_DISAGREE = ("blocks-disagree", WARNING, "The renderer makes other blocks of a page than its text shows; it"
                       " gets no permalinks.", "Put blank lines around lists, tables and boxes.")
    PLAIN_FORM = ("plain-form", WARNING, "A formula, a diagram or an icon is shown as it is written.",
                  "Write it in words, or as a picture.")

    # Footnotes, links, terms.
    UNKNOWN_FOOTNOTE = ("unknown-footnote", ERROR, "A footnote mark has neither a footnote nor a source.",
                        "Define it on the page or under `sources:`.")
    TWO_FOOTNOTES = ("two-footnotes", ERROR, "A footnote is defined twice.", "Give one of them another name.")
    UNUSED_FOOTNOTE = ("unused-footnote", ERROR, "No mark refers to a footnote.", "Put its mark in, or remove it.")
    UNUSED_SOURCE = ("unused-source", ERROR, "A source is not cited on its page.", "Put its mark in, or remove it.")
    BROKEN_LINK = ("broken-link", ERROR, "A link or picture leads to a file that is not there.",
                   "Name one that is there.")
    BROKEN_ANCHOR = ("broken-anchor", ERROR, "A link leads to an anchor that its page lacks.",
                     "Name an anchor of that page.")
    UNKNOWN_TERM = ("unknown-term", ERROR, "A link leads to a term that the glossary lacks.",
                    "Write the term in every language, or mend the link.")
    TERM_LINK = ("term-link", ERROR, "A term is linked in one language and not in the other.",
                 "Link it in the same block of every language.")
    SAME_FORM = ("same-form", ERROR, "Two terms have the same form.", "Keep it in one of them.")
    UNUSED_TERM = ("unused-term", WARNING, "No page links a term.", "Link a use of it, or remove it.")
    LONG_DEFINITION = ("long-definition", WARNING, "A definition is too long for a popover.",
                       "Shorten its first paragraph.")
    TERM_RENDERING = ("term-rendering", WARNING, "A term is rendered in a way that the glossary does not have.",
                      "Use a rendering of the glossary, add this one to `forms`, or link it.")
    AVOIDED_FORM = ("avoided-form", WARNING, "A rendering stands that the glossary says to avoid.",
                    "Use the one that the glossary names.")

    # Safety, files, settings.
    UNSAFE_HTML = ("unsafe-html", ERROR, "A page has HTML, which is shown as text.",
                   "Use Markdown; to show a tag, put it into backticks.")
    UNSAFE_ATTRIBUTE = ("unsafe-attribute", ERROR, "An attribute list has an attribute that is not allowed.",
                        "Keep ids, classes and `lang` alone.")
    UNSAFE_ADDRESS = ("unsafe-address", ERROR, "An address is neither relative nor http(s) nor mailto.",
                      "Write one that is.")
    FOREIGN_PICTURE = ("foreign-picture", ERROR, "A picture comes from another host.", "Put the file beside the page.")
    UNKNOWN_MARK = ("unknown-mark", ERROR, "A mark in braces is not known.", "Take it out, or put it into backticks.")
    UNSAFE_DRAWING = ("unsafe-drawing", ERROR, "An SVG file may do more than draw.", "Take that out, or give a PNG.")
    UNSAFE_NAME = ("unsafe-name", ERROR, "A file's name has characters that mean something else in an address.",
                   "Use letters, digits and hyphens.")
    UNSAFE_FILE = ("unsafe-file", ERROR, "A browser would run the file.",
                   "Write a page in Markdown, or give a picture or a PDF.")
    NAVIGATION = ("navigation", ERROR, "The navigation names a page that is not there.",
                  "Write the page, or take the line out.")
    SETTINGS = ("settings", ERROR, "mkdocs.yml, or a file of languages/, has a setting that cannot be.",
                "Write what the message names.")
    SIGNING = ("signing", ERROR, "`release`: minisign or its key is missing, or signing failed.",
               "As the message says; `tlumach release --help` has the whole way.")
    SITE_WORDS = ("site-words", WARNING, "What the site itself says to readers is not there in one of its languages.",
                  "Write it under `messages:` in languages/<language>.yml.")
    TEMPLATE = ("template", ERROR, "A template of the theme cannot be used.",
                "Mend the line of the template, or give the page another one.")
    BASELINE = ("baseline", ERROR, "A line of the list of known findings cannot be read.",
                "Run `tlumach baseline` again.")
    NO_PAGES = ("no-pages", ERROR, "There is no page at all.", "Write a first one, or begin with `tlumach new`.")
    BESIDE = ("beside", WARNING, "A plugin is known to go wrong beside static-i18n.",
              "Do what the message says, or turn it off: `checks: {beside: off}`.")
    BOX_TITLE = ("box-title", WARNING, "static-i18n leaves the title of a box in English.",
                 "Write the title: `!!! note inline \"…\"`.")
    MKDOCS = ("mkdocs", ERROR, "MkDocs itself warns of something during the build.", "Mend what it names.")

    # Records.
    RECORD_SYNTAX = ("record-syntax", ERROR, "A record is not a PO file.",
                     "Restore it from version control, or mend the line.")
    RECORD_HEADER = ("record-header", ERROR, "A record lacks its header.", "Restore it from version control.")
    RECORD_CONTEXT = ("record-context", ERROR, "An entry of a record lacks the id of its block.",
                      "Put it back, or take the entry out.")
    RECORD_DUPLICATE = ("record-duplicate", ERROR, "A record has two entries of one block.",
                        "Keep the one that is right.")
    RECORD_DATE = ("record-date", ERROR, "The day of a confirmation is not a date.", "Write it as in 2026-11-22.")
    RECORD_BY = ("record-by", ERROR, "What a record says of who confirmed names nobody, or has what nobody sees.",
                 "Write it as in `by: editor, M.`, or take the line out; then confirm again.")
    FUTURE_CONFIRMATION = ("future-confirmation", WARNING, "A record says that something was confirmed on a day to come.",
                           "Restore the record, or read both texts and `tlumach confirm` the block.")

    CHANGES = ("changes", ERROR, "What is kept of an explainer's changes cannot be used, or lacks its sentence.",
               "Mend the entry, or say under `says` what changed; `tlumach changes` writes such files.")

    # What other commands say, and what no example can show.
    CHANGED_MEANWHILE = ("changed-meanwhile", ERROR, "`check --fix`, `terms --fix`: the file was changed while it was"
                         " being read.",
                         "Run the command again.")
    EDITED_MEANWHILE = ("edited-meanwhile", WARNING, "A file was edited after a command that wrote it was killed.",
                        "Run that command again.")
    EDITION_MISSING = ("edition-missing", ERROR, "`editions`: what the edition needs is not installed.",
                       "Install what the message names.")
    EDITION_UNKNOWN = ("edition-unknown", ERROR, "`editions --only`: there is no such edition.",
                       "Name one of those listed.")
    ENDED = ("ended", ERROR, "`build`: a process that did a part of the work was ended from outside.",
             "Build again, with `--jobs 1` where memory is short.")
    EXCHANGE_APART = ("exchange-apart", ERROR, "`exchange import`: the translation would run together with the blocks"
                      " beside it.", "Write it on the page.")
    EXCHANGE_ATTRIBUTES = ("exchange-attributes", ERROR, "`exchange import`: an attribute list was lost or added.",
                           "Keep it as in the source.")
    EXCHANGE_BLOCK = ("exchange-block", ERROR, "`exchange import`: the page has no such block now.",
                      "Export the page again.")
    EXCHANGE_BOX = ("exchange-box", ERROR, "`exchange import`: the first line of a box was lost or added.",
                    "Keep it as in the source.")
    EXCHANGE_CHARACTER = ("exchange-character", ERROR, "`exchange`: a character that XML cannot have, or a control"
                          " character.", "Take it out.")
    EXCHANGE_EMPTY = ("exchange-empty", WARNING, "`exchange import`: the translation of a block came back empty.",
                      "Translate it; to take the block out, do so on the page.")
    EXCHANGE_FILE = ("exchange-file", ERROR, "`exchange import`: the file cannot be read, or is of no known kind.",
                     "Give the file that your tool wrote.")
    EXCHANGE_FOOTNOTE = ("exchange-footnote", ERROR, "`exchange import`: a footnote mark was lost or added.",
                         "Keep it as in the source.")
    EXCHANGE_HEADING = ("exchange-heading", ERROR, "`exchange import`: a heading mark was lost or added.",
                        "Keep it as in the source.")
    EXCHANGE_HTML = ("exchange-html", ERROR, "`exchange import`: an HTML tag was lost or added.",
                     "Keep it as in the source.")
    EXCHANGE_IMAGE = ("exchange-image", ERROR, "`exchange import`: an image was lost or added.",
                      "Keep it as in the source.")
    EXCHANGE_LANGUAGE = ("exchange-language", ERROR, "`exchange import`: the unit is in another language than its page.",
                         "Give the file of that language.")
    EXCHANGE_LINK = ("exchange-link", ERROR, "`exchange import`: a link was lost or added.",
                     "Keep it as in the source.")
    EXCHANGE_MARKUP = ("exchange-markup", ERROR, "`exchange import`: the translation is other blocks than its source.",
                       "Keep the line breaks and marks of the source.")
    EXCHANGE_MARKS = ("exchange-marks", WARNING, "`exchange import`: the tool dropped what the units were at the export.",
                      "Keep the notes “exported: …”.")
    EXCHANGE_PAGE = ("exchange-page", ERROR, "`exchange import`: there is no such page now.", "Export it again.")
    EXCHANGE_SOURCE = ("exchange-source", ERROR, "`exchange import`: the source has changed since the export.",
                       "Export the page again.")
    EXCHANGE_STATE = ("exchange-state", WARNING, "`exchange import`: the unit was edited and its state left as it was.",
                      "Mark it as finished in the tool, or confirm the block.")
    EXCHANGE_TWICE = ("exchange-twice", ERROR, "`exchange import`: a block comes back twice, with two translations.",
                      "Keep one of them.")
    EXCHANGE_UNFINISHED = ("exchange-unfinished", WARNING, "`exchange import`: the tool calls the unit fuzzy or to be"
                           " reviewed.", "Mark it as finished there.")
    EXCHANGE_VARIABLE = ("exchange-variable", ERROR, "`exchange import`: a variable was lost or added.",
                         "Keep it as in the source.")
    IMPORT_CONFLICT = ("import-conflict", ERROR, "`exchange import`: the page and the file have both changed since the"
                       " export.", "Make one of the two what is right, or export the page again.")
    NO_HOST = ("no-host", ERROR, "`build`, `serve`: neither MkDocs nor ProperDocs is installed.",
               "Install `tlumach[mkdocs]`.")
    LINKED_PAGE = ("linked-page", ERROR, "`remove`: a page that is to be removed is linked.",
                   "Take the link out, or name a page that stands in for it: `--to`.")
    NO_SITE = ("no-site", ERROR, "`editions`: there is no site to make them from.", "Build it: `tlumach build`.")
    NO_TERMS = ("no-terms", ERROR, "`terms export`: there are no terms.", "Write a page under `glossary/`.")
    NOTHING_TO_WAIVE = ("nothing-to-waive", ERROR, "`waive`: the rule finds nothing in the block.",
                        "Name the block and the rule of a finding of `tlumach check`.")
    NOT_TRANSLATED = ("not-translated", ERROR, "`confirm`: the block has no translation.", "Translate it first.")
    SOURCE_NOT_CHANGED = ("source-not-changed", ERROR, "`confirm --unchanged`: the source has not changed.",
                          "Confirm it without `--unchanged`.")
    UNCHANGED_TRANSLATION = ("unchanged-translation", ERROR, "`confirm`, `exchange import`: the source says something else"
                             " and the translation is that of the old one.", "Translate it, or give a reason with"
                             " `--unchanged`.")
    STAMP_MALFORMED = ("stamp-malformed", ERROR, "`adopt`: a stamp is neither the id of a commit nor a SHA-256, or the manifest"
                       " cannot be read.", "Write what the message names, or take the stamp out.")
    STAMP_UNKNOWN = ("stamp-unknown", ERROR, "`adopt`: git has no source that a stamp names.",
                     "Mend the stamp or take it out; in a shallow clone, fetch the whole history.")
    PAGE_EXISTS = ("page-exists", ERROR, "`move`: there is a page already where one is to be moved.",
                   "Move or remove that one first.")
    REPORT = ("report", ERROR, "`report`: the report was cut or altered on its way, or is of no text that is known.",
              "Ask the reader to send it again, whole.")
    SUMS_MALFORMED = ("sums-malformed", ERROR, "`verify`: the list of checksums is damaged.", "Get it again.")
    UNKNOWN_BLOCK = ("unknown-block", ERROR, "`confirm`, `diff`: there is no such block.", "Name one of the page.")
    UNKNOWN_LANGUAGE = ("unknown-language", ERROR, "There is no such language.", "Name one of mkdocs.yml.")
    UNKNOWN_PAGE = ("unknown-page", ERROR, "There is no such page.", "Name one that is there.")
    UNLINKED_TERM = ("unlinked-term", INFO, "`terms`: a term is used without a link to its page.",
                     "Write the link, in every language; `terms --fix` writes those that keep the languages in step.")
    UNREADABLE = ("unreadable", ERROR, "The system does not let the file be read.", "Check its permissions.")
    UNWRITABLE = ("unwritable", ERROR, "The system does not let the file be written.",
                  "Check free space and permissions.")
    # fmt: on
