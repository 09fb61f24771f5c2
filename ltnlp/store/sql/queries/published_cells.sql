SELECT * FROM published_cell
