; Two editors, two sets of names: each passes over the other's.
[(block) (group)] @indent @indent.begin
["}" ")" "]"] @outdent @indent.branch @indent.end
