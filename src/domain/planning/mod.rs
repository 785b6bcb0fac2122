//! What to do when: from what somebody chose and did to programmes, a week and one proposal.

pub mod choices;
pub mod choosing;
pub mod filling;
pub mod goal;
pub mod load;
pub mod method;
pub mod proposal;
pub mod turn;
pub mod week;
pub mod why;
