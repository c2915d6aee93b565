"""The command line: thin click commands over the same services that the windows use."""
