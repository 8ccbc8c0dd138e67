# A site of somebody else's: nothing in here is about the figures. The theme comes on the command line, and with it a
# style sheet for a theme that has no dark side.
project = "Host"
extensions = ["myst_parser"]
html_show_sourcelink = False
html_static_path = ["static"]
