; What is printed with a statement is Markdown.
((markdown) @injection.content
  (#set! injection.language "markdown")
  (#set! injection.combined))
