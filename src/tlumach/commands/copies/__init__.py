"""Commands on copies that were handed on, most of which need no project; and on what comes back from who reads them."""
