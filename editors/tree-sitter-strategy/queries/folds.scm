[(block) (group)] @fold
