-- What tests/clients/neovim.sh asks of Neovim. The plans stand in the folder that WORK names.

local work = vim.env.WORK
local passed, failed = 0, 0

local function test(name, body)
  local sound, why = xpcall(body, function(fault) return debug.traceback(tostring(fault), 2) end)
  passed, failed = passed + (sound and 1 or 0), failed + (sound and 0 or 1)
  io.write((sound and "ok      " or "FAILED  ") .. name .. (sound and "" or "\n" .. tostring(why)) .. "\n")
end

local function equal(found, expected, what)
  if not vim.deep_equal(found, expected) then
    error((what or "") .. "\nfound:    " .. vim.inspect(found) .. "\nexpected: " .. vim.inspect(expected), 2)
  end
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then error("waited in vain for " .. what, 2) end
end

local function open(file)
  vim.cmd("edit! " .. vim.fn.fnameescape(work .. "/" .. file))
  equal(vim.bo.filetype, "strategy", "filetype of " .. file)
  local buffer = vim.api.nvim_get_current_buf()
  -- Attached, and past the handshake.
  wait("the server", function()
    for _, client in pairs(vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)) do
      if client.initialized ~= false and client.server_capabilities and client.server_capabilities.hoverProvider then return true end
    end
  end)
  return buffer
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), "\n") .. "\n"
end

local function read(file)
  local handle = assert(io.open(work .. "/" .. file))
  local content = handle:read("*a")
  handle:close()
  return content
end

-- The place of some words, in the line that holds all of another text; as the protocol counts.
local function place(words, line)
  for row, content in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if content:find(line or words, 1, true) then
      local from = assert(content:find(words, 1, true))
      local _, units = vim.str_utfindex(content, from - 1)
      if type(units) ~= "number" then units = vim.str_utfindex(content, "utf-16", from - 1) end
      return { line = row - 1, character = units }
    end
  end
  error("nowhere: " .. (line or words), 2)
end

local function ask(method, params)
  params = vim.tbl_extend("force", { textDocument = { uri = vim.uri_from_bufnr(0) } }, params or {})
  local answers, fault = vim.lsp.buf_request_sync(0, method, params, 10000)
  local answer = answers and select(2, next(answers))
  if not answer then error(method .. ": no answer: " .. tostring(fault), 2) end
  local refusal = answer.err or answer.error
  if refusal then error(method .. ": " .. vim.inspect(refusal), 2) end
  return answer.result
end

-- `file:line:character` of a place, the file below the plan's folder.
local function spot(uri, range)
  local file = vim.uri_to_fname(uri):sub(#vim.loop.fs_realpath(work) + 2)
  return ("%s:%d:%d"):format(file, range.start.line + 1, range.start.character)
end

local function labels(result)
  local found = {}
  for _, item in ipairs(result.items or result) do found[item.label] = true end
  return found
end

local function findings()
  local found = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    local code = finding.code or finding.user_data.lsp.code
    table.insert(found, ("%s:%d:%d"):format(code, finding.lnum + 1, finding.severity))
  end
  table.sort(found)
  return found
end

-- ── ──

test("another language's file is left alone", function()
  vim.cmd("edit " .. work .. "/elsewhere/model.dsl")
  assert(vim.bo.filetype ~= "strategy", "it was taken for a plan")
end)

test("the findings are those of `strategy check`", function()
  open("mistakes/plan.dsl")
  local severities = { error = 1, warning = 2, advice = 3 }
  local expected = {}
  for _, finding in ipairs(vim.fn.json_decode(read("expected.json")).diagnostics) do
    table.insert(expected, ("%s:%d:%d"):format(finding.code, finding.line, severities[finding.severity]))
  end
  table.sort(expected)
  assert(#expected >= 3, "too few findings are expected")
  wait("findings", function() return #findings() > 0 end)
  equal(findings(), expected)
end)

test("what is corrected is found no more", function()
  local function has(code) return table.concat(findings(), " "):find(code, 1, true) ~= nil end
  assert(has("FIN-01"), "nothing to correct")
  local row = place("80 k€", "investissement 2027: 80 k€").line
  vim.api.nvim_buf_set_lines(0, row, row + 1, true, { "    investissement 2027: 95 k€" })
  wait("the findings without FIN-01", function() return not has("FIN-01") end)
  assert(has("E0603"), "the others are gone too")
end)

test("hover tells what a name stands for", function()
  open("plan/plan.dsl")
  local result = ask("textDocument/hover", { position = place("identite", "dépend de identite") })
  assert(vim.inspect(result.contents):find("Identité de l'usager", 1, true), vim.inspect(result))
end)

test("definition leads to the other file", function()
  local result = ask("textDocument/definition", { position = place("identite", "dépend de identite") })
  local first = result[1] or result
  equal(spot(first.targetUri or first.uri, first.targetSelectionRange or first.range), "plan/axes/socle.dsl:2:11")
end)

test("references are found in both files", function()
  local result = ask("textDocument/references", { position = place("identite", "dépend de identite"), context = { includeDeclaration = true } })
  local found = vim.tbl_map(function(one) return spot(one.uri, one.range) end, result)
  table.sort(found)
  equal(found, { "plan/axes/socle.dsl:2:11", "plan/plan.dsl:12:14", "plan/plan.dsl:14:16" })
end)

test("completion offers fields, and names of the plan", function()
  local row = place("pilote", "pilote    CDO").line
  vim.api.nvim_buf_set_lines(0, row + 1, row + 1, true, { "    b" })
  local found = labels(ask("textDocument/completion", { position = { line = row + 1, character = 5 } }))
  assert(found["budget"], vim.inspect(found))
  vim.api.nvim_buf_set_lines(0, row + 1, row + 2, true, { "    sert s" })
  found = labels(ask("textDocument/completion", { position = { line = row + 1, character = 10 } }))
  assert(found["socle"], vim.inspect(found))
  vim.api.nvim_buf_set_lines(0, row + 1, row + 2, true, {})
end)

test("the outline nests actions in goals, and goals in axes", function()
  local result = ask("textDocument/documentSymbol")
  local function outline(symbols)
    local names = {}
    for _, symbol in ipairs(symbols or {}) do
      local within = outline(symbol.children)
      table.insert(names, symbol.name .. (within == "" and "" or "(" .. within .. ")"))
    end
    return table.concat(names, " ")
  end
  assert(outline(result):find("usagers(guichet(portail))", 1, true), outline(result))
end)

test("formatting is `strategy fmt`", function()
  local row = place("pilote", "pilote    CDO").line
  vim.api.nvim_buf_set_lines(0, row, row + 1, true, { " pilote      CDO" })
  local expected = vim.fn.system({ "strategy", "fmt", "-" }, text())
  equal(vim.v.shell_error, 0, "strategy fmt")
  assert(expected ~= text(), "nothing to format")
  local edits = ask("textDocument/formatting", { options = { tabSize = 2, insertSpaces = true } })
  vim.lsp.util.apply_text_edits(edits, vim.api.nvim_get_current_buf(), "utf-16")
  equal(text(), expected)
  equal(text(), read("plan/plan.dsl"))
end)

test("rename changes both files, and nothing else", function()
  local edit = ask("textDocument/rename", { position = place("identite", "dépend de identite"), newName = "compte-usager" })
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  for _, file in ipairs({ "plan/plan.dsl", "plan/axes/socle.dsl" }) do
    local before = read(file)
    local expected = before:gsub("%f[%w]identite%f[%W]", "compte-usager")
    assert(expected ~= before, "nothing to rename in " .. file)
    equal(text(vim.fn.bufnr(work .. "/" .. file)), expected, file)
  end
end)

test("tree-sitter reads the plan, and its query names what it finds", function()
  open("mistakes/plan.dsl")
  vim.cmd("edit!")
  local parser = vim.treesitter.get_parser(0, "strategy")
  local root = parser:parse()[1]:root()
  assert(not root:has_error(), "errors in the tree")
  local get = vim.treesitter.query and vim.treesitter.query.get or vim.treesitter.get_query
  local query = get("strategy", "highlights")
  assert(query, "no highlights")
  local named = {}
  for id, node in query:iter_captures(root, 0, 0, -1) do
    local row, from, _, to = node:range()
    local words = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]:sub(from + 1, to)
    named[words] = query.captures[id]
  end
  equal({ named["objectif"], named["guichet"], named["période"], named["90 k€"], named['"Guichet numérique"'], named["utiliser"] },
    { "keyword", "type", "property", "number", "string", "keyword.import" })
end)

io.write(("%d passed, %d failed\n"):format(passed, failed))
vim.cmd(failed == 0 and "qall!" or "cquit 1")
