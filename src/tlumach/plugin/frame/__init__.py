"""What stands around the text of each page: templates, navigation, settings; made by MkDocs, or kept from a build before."""
