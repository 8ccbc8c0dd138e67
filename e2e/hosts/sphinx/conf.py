# A site of somebody else's: nothing in here is about the figures. The theme is chosen on the command line.
project = "Host"
extensions = ["myst_parser"]
html_show_sourcelink = False
