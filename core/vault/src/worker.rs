//! The thread on which every call to the store happens.
//!
//! sled can panic on a damaged file, and waits for ever when a write is refused. So nobody but
//! this thread calls it, a panic ends in an error, and whoever asked waits no longer than a
//! deadline. After either nothing more is asked of it. The thread holds the vault's lock too: if it
//! hangs, the files stay closed to others until the process ends, because it might still write.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use crate::{
    Guard, Guards, VaultError,
    lock::Lock,
    store::{Store, StoreFault},
};

/// Makes the store, on the worker's thread.
pub(crate) type OpenStore = Box<dyn FnOnce() -> Result<Box<dyn Store>, StoreFault> + Send>;

type Job = Box<dyn FnOnce(&mut dyn Store) + Send>;

/// Asks the store, one call at a time.
#[derive(Debug)]
pub(crate) struct Worker {
    /// `None` once the store has failed or was closed.
    jobs: Option<Sender<Message>>,
    /// Closes when the thread has ended.
    ended: Receiver<()>,
    /// What the store said when it panicked.
    fell: Fell,
    deadline: Duration,
}

/// How long to wait for the store, and what keeps its faults from whoever asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    pub(crate) deadline: Duration,
    pub(crate) guards: Guards,
}

impl Patience {
    fn deadline(self) -> Duration {
        if self.guards.has(Guard::Deadline) { self.deadline } else { Duration::MAX }
    }
}

enum Message {
    Do(Job),
    Close(Sender<Result<(), StoreFault>>),
}

impl Worker {
    /// Starts the thread and opens the store on it. A panic while opening is damage.
    pub(crate) fn start(
        open: OpenStore,
        lock: Arc<Lock>,
        patience: Patience,
    ) -> Result<Self, VaultError> {
        let deadline = patience.deadline();
        let (jobs, inbox) = mpsc::channel();
        let (ready, is_ready) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let (told, fell) = Fell::watched(patience.guards);
        let run = move || {
            // Dropped last, after the lock.
            let _end: Sender<()> = end;
            let lock = lock;
            let opened = catch_unwind(AssertUnwindSafe(open)).unwrap_or_else(|panic| {
                let _ = told.send(panic);
                Err(StoreFault::Damaged)
            });
            let mut store = match opened {
                Ok(store) => store,
                Err(fault) => {
                    drop(lock);
                    let _ = ready.send(Err(fault));
                    return;
                }
            };
            let _ = ready.send(Ok(()));
            for message in inbox {
                match message {
                    Message::Do(job) => {
                        let done = catch_unwind(AssertUnwindSafe(|| job(store.as_mut())));
                        if let Err(panic) = done {
                            let _ = told.send(panic);
                            break;
                        }
                    }
                    Message::Close(closed) => {
                        let outcome = close(store, &told);
                        // Before the answer, so that the next opener is not told "in use".
                        drop(lock);
                        let _ = closed.send(outcome);
                        return;
                    }
                }
            }
            let _ = close(store, &told);
        };
        thread::Builder::new().name("vault store".to_owned()).spawn(run)?;

        match is_ready.recv_timeout(deadline) {
            Ok(Ok(())) => Ok(Self { jobs: Some(jobs), ended, fell, deadline }),
            Ok(Err(fault)) => {
                fell.go_on();
                Err(fault.into())
            }
            Err(RecvTimeoutError::Disconnected) => Err(VaultError::STORE),
            Err(RecvTimeoutError::Timeout) => Err(VaultError::Stopped),
        }
    }

    /// Asks the store to do something and waits for it, but no longer than the deadline.
    ///
    /// After any failure every later call is answered with [`VaultError::Stopped`].
    pub(crate) fn ask<T: Send + 'static>(
        &mut self,
        job: impl FnOnce(&mut dyn Store) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, VaultError> {
        let jobs = self.jobs.take().ok_or(VaultError::Stopped)?;
        let (reply, answer) = mpsc::channel();
        let job = move |store: &mut dyn Store| {
            let outcome = job(store);
            let _ = reply.send(outcome);
        };
        jobs.send(Message::Do(Box::new(job))).map_err(|_| VaultError::Stopped)?;
        let failed = match answer.recv_timeout(self.deadline) {
            Ok(Ok(value)) => {
                self.jobs = Some(jobs);
                return Ok(value);
            }
            // It hangs: nobody can say when its thread will end.
            Err(RecvTimeoutError::Timeout) => return Err(VaultError::Stopped),
            Ok(Err(fault)) => fault.into(),
            Err(RecvTimeoutError::Disconnected) => {
                self.fell.go_on();
                VaultError::Stopped
            }
        };
        // The store is closing; wait for it, so that the vault can be opened anew at once.
        drop(jobs);
        if self.ended.recv_timeout(self.deadline) == Err(RecvTimeoutError::Disconnected) {
            self.fell.go_on();
        }
        Err(failed)
    }

    /// Asks nothing more of the store.
    pub(crate) fn stop(&mut self) {
        self.jobs = None;
    }

    /// Whether the store has failed or was closed.
    pub(crate) fn has_stopped(&self) -> bool {
        self.jobs.is_none()
    }

    /// Closes the store and lets go of the lock.
    pub(crate) fn close(&mut self) -> Result<(), VaultError> {
        let jobs = self.jobs.take().ok_or(VaultError::Stopped)?;
        let (closed, is_closed) = mpsc::channel();
        jobs.send(Message::Close(closed)).map_err(|_| VaultError::Stopped)?;
        let outcome = is_closed.recv_timeout(self.deadline).map_err(|_| VaultError::Stopped)?;
        if outcome.is_err() {
            self.fell.go_on();
        }
        Ok(outcome?)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Closed without a word if that still goes; whoever wants to know calls `close`.
        let _ = self.close();
    }
}

/// A panic that was caught on the worker's thread. With its guard it ends there.
#[derive(Debug)]
struct Fell {
    panic: Receiver<Box<dyn Any + Send>>,
    guards: Guards,
}

impl Fell {
    fn watched(guards: Guards) -> (Sender<Box<dyn Any + Send>>, Self) {
        let (told, panic) = mpsc::channel();
        (told, Self { panic, guards })
    }

    /// Without the guard it goes on in whoever asked.
    fn go_on(&self) {
        if !self.guards.has(Guard::Panics)
            && let Ok(panic) = self.panic.recv()
        {
            resume_unwind(panic);
        }
    }
}

fn close(store: Box<dyn Store>, told: &Sender<Box<dyn Any + Send>>) -> Result<(), StoreFault> {
    catch_unwind(AssertUnwindSafe(|| store.close())).unwrap_or_else(|panic| {
        let _ = told.send(panic);
        Err(StoreFault::Damaged)
    })
}
