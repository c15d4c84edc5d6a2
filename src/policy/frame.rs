//! Rows that an expression is evaluated over: those of what is judged, and within them those of what is gone through.
//!
//! An expression is evaluated in the outermost frame whose variables it uses, and spread to the rows within: what does not change is
//! computed once.

use std::sync::Arc;

use super::column::{Col, Data};
use super::typed::Var;

pub struct Frame<'f> {
    /// The frame around it, and of which of its rows each row here is.
    parent: Option<(&'f Frame<'f>, Vec<u32>)>,
    /// Its rows are those of a list that is gone through; else they are some of the parent's rows.
    pub goes_through: bool,
    pub len: usize,
    bound: Vec<(Var, Arc<Data>)>,
}

impl<'f> Frame<'f> {
    /// One row, with nothing in it: the plan.
    pub fn root() -> Frame<'static> {
        Frame { parent: None, goes_through: false, len: 1, bound: Vec::new() }
    }

    /// A row for each member: `map` says of which row here.
    pub fn through(&'f self, map: Vec<u32>, var: Var, members: Data) -> Frame<'f> {
        Frame { len: map.len(), parent: Some((self, map)), goes_through: true, bound: vec![(var, Arc::new(members))] }
    }

    /// Some of the rows.
    pub fn some(&'f self, rows: Vec<u32>) -> Frame<'f> {
        Frame { len: rows.len(), parent: Some((self, rows)), goes_through: false, bound: Vec::new() }
    }

    pub fn bind(&mut self, var: Var, col: &Col) {
        let data = if col.single { Arc::new(col.data.gather(&vec![0; self.len])) } else { col.data.clone() };
        self.bound.push((var, data));
    }

    /// The frame around one whose rows are gone through, where an expression uses no variable of this one.
    pub fn above(&self, vars: u64) -> Option<(&'f Frame<'f>, &[u32])> {
        let (parent, map) = self.parent.as_ref()?;
        let own = self.bound.iter().any(|(var, _)| vars & (1 << var) != 0);
        (self.goes_through && !own).then_some((*parent, map.as_slice()))
    }

    /// Of which row of the frame around it each row is.
    pub fn map(&self) -> &[u32] {
        self.parent.as_ref().map_or(&[], |(_, map)| map)
    }

    /// What the variable stands for that it goes through.
    pub fn own(&self) -> Option<&Data> {
        self.bound.first().filter(|_| self.goes_through).map(|(_, data)| &**data)
    }

    pub fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    /// A variable's value of each row.
    pub fn var(&self, var: Var) -> Option<Col> {
        if let Some((_, data)) = self.bound.iter().find(|(known, _)| *known == var) {
            return Some(Col { data: data.clone(), single: false });
        }
        let (parent, map) = self.parent.as_ref()?;
        parent.var(var).map(|col| col.gather(map))
    }
}
