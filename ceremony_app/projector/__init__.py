"""The hall's and the podium's pictures: laid out, painted beforehand, put on their screens."""
