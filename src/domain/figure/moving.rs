//! A figure that moves, as a value: everything that does not change from frame to frame, and the
//! drawing of any moment.

use super::{
    super::{
        body::{Muscle, Side},
        dose::{Mode, Sides},
        text::Bilingual,
        timeline::PhaseKind,
    },
    Pose, Prop, PropKind, View,
    course::{Beat, FIRST_DEPTH, Force, Scene, Way, path, scene},
    drawing::{Drawing, Paper, mirrored},
    film::{Film, KEYS, Path},
    flesh::Ball,
    gear::Gear,
    order::Order,
    reach::Posture,
    scenery::{across, along},
    sketch::{ARROW, Subject, layers, lying, seen},
    space::Point,
    stance::{Stance, stand_at},
};

/// An exercise's movement in a picture of one size.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    film: Film,
    view: View,
    /// Per key of the film, for the body as it is and with its sides exchanged.
    orders: [Vec<Order>; 2],
    paper: Paper,
    low: Vec<Point>,
    /// As the body is and with its sides exchanged; the same in every pose.
    gear: [Vec<Gear>; 2],
    muscles: Vec<Muscle>,
    manner: Manner,
}

/// How an exercise is done, as far as its picture needs to know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    pub path: Path,
    /// True when one side works at a time.
    pub sided: bool,
    /// True when somebody presses or pulls, and arrows say which way.
    pub forces: bool,
}

impl Manner {
    pub fn new(poses: &[Pose], mode: Mode, sides: Sides) -> Self {
        Self {
            path: path(poses, mode, sides),
            sided: sides != Sides::Together,
            forces: matches!(mode, Mode::PnfSelf | Mode::PnfPartner | Mode::IsometricEndRange),
        }
    }
}

/// What the figure does, as the labels of poses: the text beside the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Telling<'a> {
    Stays(&'a Bilingual),
    Goes { from: &'a Bilingual, to: &'a Bilingual },
    Round(Vec<&'a Bilingual>),
}

impl Moving {
    /// None for an exercise without poses.
    pub fn new(poses: &[Pose], muscles: &[Muscle], manner: Manner) -> Option<Self> {
        let view = poses.first()?.view;
        let film = Film::new(poses, manner.path);
        let low = film
            .poses
            .iter()
            .enumerate()
            .flat_map(|(number, pose)| {
                let Posture { angles, root } = film.posture(whole(number));
                lying(pose, &stand_at(&angles, root))
            })
            .collect();
        let gear = &poses.first()?.gear;
        let mut moving = Self {
            view,
            orders: [Vec::new(), Vec::new()],
            paper: Paper::of(std::iter::empty()),
            low,
            gear: [gear.clone(), gear.iter().map(Gear::mirrored).collect()],
            muscles: muscles.to_vec(),
            manner,
            film,
        };
        moving.orders = [moving.ordered(false), moving.ordered(true)];
        moving.paper = moving.measured();
        Some(moving)
    }

    pub fn way(&self) -> Way {
        self.film.way()
    }

    /// The most shapes that a picture has; one with fewer leaves the last of them empty.
    pub fn shapes(&self) -> usize {
        let at = |key: usize| self.draw(&at_key(key * KEYS, false), None).shapes.len();
        (0..=self.film.legs()).map(at).max().unwrap_or_default()
    }

    /// What a phase does, in the words of the poses.
    pub fn telling(&self, beat: &Beat) -> Telling<'_> {
        let label = |u: f32| &self.film.pose(count(u.round())).label;
        let at = |over: f32| scene(&Beat { over, ..*beat }, self.way()).u;
        let (from, to) = match beat.kind {
            PhaseKind::Circle(_) => return self.whole(),
            PhaseKind::Move | PhaseKind::Keep => (0.0, self.way().end),
            _ => (at(0.0), at(beat.lasts)),
        };
        let (from, to) = (label(from), label(to));
        if from == to { Telling::Stays(to) } else { Telling::Goes { from, to } }
    }

    /// The whole movement, pose by pose.
    pub fn whole(&self) -> Telling<'_> {
        let poses = &self.film.poses[..=count(self.way().end)];
        Telling::Round(poses.iter().map(|pose| &pose.label).collect())
    }

    /// The picture of a moment, with this side working. Every picture has equally many shapes, so
    /// that a frame changes outlines and nothing else.
    pub fn draw(&self, scene: &Scene, side: Option<Side>) -> Drawing {
        let (posture, props) = self.shown(*scene);
        let stance = stand_at(&posture.angles, posture.root);
        let swaps = matches!(self.film.path, Path::InTurn | Path::Walk);
        let working =
            self.manner.sided.then_some(if scene.swapped { Side::Left } else { Side::Right });
        let order = self.orders[usize::from(scene.swapped)][self.key(scene.u)];
        let force = scene.force.map(|force| self.arrows(force, &stance)).unwrap_or_default();
        let sketches = layers(&Subject {
            stance: &stance,
            view: self.view,
            props: &props,
            gear: &self.gear[usize::from(scene.swapped)],
            low: &self.low,
            patch: &self.patch(),
            working,
            order,
            muscles: &self.muscles,
            force: &force,
            shows_force: self.manner.forces,
        });
        let drawing = self.paper.draw(sketches, self.view);
        let turned = side == Some(Side::Left) && self.manner.sided && !swaps;
        if turned { mirrored(drawing) } else { drawing }
    }

    /// The body and its props at a moment, with the walk's onlooker going along.
    fn shown(&self, scene: Scene) -> (Posture, Vec<(Prop, Point)>) {
        let mut posture = self.film.posture(scene.u);
        let mut props = self.props(scene.u, &posture);
        if self.film.path == Path::Walk {
            let along = Point::new(posture.root.x, 0.0, 0.0);
            posture.root = posture.root - along;
            for (_, under) in &mut props {
                *under = *under - along;
            }
        }
        if scene.swapped {
            posture.angles = posture.angles.mirrored();
            posture.root.z = -posture.root.z;
        }
        (posture, props)
    }

    fn key(&self, u: f32) -> usize {
        count(u * whole(KEYS)).min(self.film.keys.len() - 1)
    }

    /// The order of each key, each as little changed from the one before as can be.
    fn ordered(&self, swapped: bool) -> Vec<Order> {
        let camera = self.view.camera();
        let stance = |key: usize| -> Stance {
            let (posture, _) = self.shown(at_key(key, swapped));
            stand_at(&posture.angles, posture.root)
        };
        let mut order = Order::of(&stance(0), &camera);
        if self.film.path == Path::Round {
            // A circle begins in the order it ends with.
            for key in 0..self.film.keys.len() {
                order = order.next(&stance(key), &camera);
            }
        }
        let mut orders = Vec::with_capacity(self.film.keys.len());
        for key in 0..self.film.keys.len() {
            order = order.next(&stance(key), &camera);
            orders.push(order);
        }
        orders
    }

    /// The box round every key, seen from both sides where sides take turns.
    fn measured(&self) -> Paper {
        let camera = self.view.camera();
        let swaps: &[bool] = match self.film.path {
            Path::InTurn | Path::Walk => &[false, true],
            Path::There | Path::Round => &[false],
        };
        let mut discs = Vec::new();
        for (key, swapped) in
            (0..self.film.keys.len()).flat_map(|key| swaps.iter().map(move |swap| (key, *swap)))
        {
            let (posture, props) = self.shown(at_key(key, swapped));
            let stance = stand_at(&posture.angles, posture.root);
            for sketch in layers(&Subject {
                stance: &stance,
                view: self.view,
                props: &props,
                gear: &self.gear[usize::from(swapped)],
                low: &self.low,
                patch: &self.patch(),
                working: None,
                order: self.orders[0][0],
                muscles: &[],
                force: &[],
                shows_force: false,
            }) {
                discs.extend(sketch.bands.into_iter().flatten());
            }
        }
        let forced = [(Force::Press, FIRST_DEPTH), (Force::Press, 1.0), (Force::Pull, FIRST_DEPTH)];
        let forced = forced.into_iter().chain([(Force::Pull, 1.0)]);
        for (force, depth) in forced.filter(|_| self.manner.forces) {
            let u = depth * self.way().end;
            let (posture, _) = self.shown(Scene { u, ..Scene::default() });
            let stance = stand_at(&posture.angles, posture.root);
            for (at, way) in self.arrows(force, &stance) {
                let ends = [at, at + way * ARROW].map(|at| Ball { at, radius: 0.05 });
                discs.extend(seen(&ends, &camera));
            }
        }
        Paper::of(discs.into_iter())
    }

    /// Every prop at a place on the way: furniture stands, a cushion goes along with the knee, a
    /// stick with the back it lies on.
    fn props(&self, u: f32, posture: &Posture) -> Vec<(Prop, Point)> {
        let leg = count(u).min(self.film.legs().saturating_sub(1));
        let t = (u - whole(leg)).clamp(0.0, 1.0);
        let (from, to) = (leg % self.film.poses.len(), (leg + 1) % self.film.poses.len());
        let (one, other) = (&self.film.poses[from], &self.film.poses[to]);
        let (props, lent) =
            if one.props.is_empty() { (&other.props, to) } else { (&one.props, from) };
        let ground = |pose: usize| {
            let root = self.film.roots[pose];
            Point::new(root.x, 0.0, root.z)
        };
        let placed = |(index, prop): (usize, &Prop)| {
            let later = other.props.get(index).filter(|later| later.kind == prop.kind);
            match (prop.kind, later) {
                (PropKind::Stick, _) => {
                    let carried = |number: usize, prop: &Prop| {
                        let old = self.film.posture(whole(number));
                        let bones = old.bones();
                        let middle = along(self.view, prop.x + prop.width / 2.0)
                            + Point::new(0.0, prop.y + prop.height / 2.0 - old.root.y, 0.0);
                        bones.thorax.local(middle)
                    };
                    let start = carried(from, prop);
                    let end = later.map_or(start, |later| carried(to, later));
                    let local = start + (end - start) * t;
                    let at = posture.bones().thorax.reach(local.x, local.y, local.z) + posture.root;
                    let under = Point::new(posture.root.x, 0.0, posture.root.z);
                    let x = across(self.view, at - under) - prop.width / 2.0;
                    (Prop { x, y: at.y - prop.height / 2.0, ..prop.clone() }, under)
                }
                (PropKind::Cushion, Some(later)) => {
                    let start = ground(from) + along(self.view, prop.x);
                    let end = ground(to) + along(self.view, later.x);
                    let eased = t * t * (3.0 - 2.0 * t);
                    (Prop { x: 0.0, ..prop.clone() }, start + (end - start) * eased)
                }
                _ => (prop.clone(), ground(lent)),
            }
        };
        props.iter().enumerate().map(placed).collect()
    }

    /// Where the floor shows: under every pose, so that nobody steps off it.
    fn patch(&self) -> Vec<Point> {
        self.film.roots.iter().map(|root| Point::new(root.x, 0.0, root.z)).collect()
    }

    /// Where arrows begin, and which way they point: into the ground where the working leg rests
    /// (from above, towards the midline), else back towards the start pose; pulling, on towards the
    /// end pose. The part that travels furthest carries it; both sides, when both work.
    fn arrows(&self, force: Force, stance: &Stance) -> Vec<(Point, Point)> {
        let sides: &[&str] = if self.manner.sided { &["r"] } else { &["r", "l"] };
        sides.iter().filter_map(|side| self.arrow(force, stance, side)).collect()
    }

    fn arrow(&self, force: Force, stance: &Stance, side: &str) -> Option<(Point, Point)> {
        let end = count(self.way().end);
        let (one, other) = (self.film.posture(0.0), self.film.posture(whole(end)));
        let joint = |joint: &str| format!("{side}-{joint}");
        let rests = |joint: &String| self.film.pose(end).contacts.contains(joint);
        let leg = [joint("knee"), joint("ankle")].into_iter().find(rests);
        let press = force == Force::Press;
        if let (Some(joint), View::Top) = (&leg, self.view) {
            let at = stance.point(joint)?;
            let inward = (stance.moved.z - at.z).signum();
            let way = Point::new(0.0, 0.0, if press { inward } else { -inward });
            return Some((at - way * (if press { 0.12 } else { 0.0 }), way));
        }
        if let (Some(joint), true) = (&leg, press) {
            let at = stance.point(joint)? + Point::new(0.0, ARROW + 0.05, 0.0);
            return Some((at, Point::new(0.0, -1.0, 0.0)));
        }
        let carriers = match leg {
            Some(_) => ["pelvis".to_owned(), "chest".to_owned()],
            None => [joint("knee"), joint("ankle")],
        };
        let travel = |name: &String| Some(other.point(name)? - one.point(name)?);
        let length = |name: &String| travel(name).map_or(0.0, Point::length);
        let carrier = carriers.iter().max_by(|a, b| length(a).total_cmp(&length(b)))?;
        let travelled = travel(carrier)?;
        let step = travelled * (1.0 / travelled.length().max(0.001));
        let way = if press { step * -1.0 } else { step };
        Some((stance.point(carrier)? + way * 0.06, way))
    }
}

fn at_key(key: usize, swapped: bool) -> Scene {
    Scene { u: whole(key) / whole(KEYS), swapped, force: None, moves: true }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of poses")]
fn whole(number: usize) -> f32 {
    number as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on the way is small and never below 0"
)]
fn count(place: f32) -> usize {
    place as usize
}
