#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when a QR code of a printed form of ours is read on the page.
// Fails when there is none: TPL_HALL_FORM where the page is an application form by its title and
// shows no corner mark of ours, as the form of the counter does; else TPL_NO_QR: another form, or a
// code that a stamp or a bad copy hides.
// Known misses: a code whose text begins as ours does; who wrote it only the signature tells, and
// that is verified where the key is.
// Why: without its code nobody can say of which order a form is.
extern const Check kFormCodeReadable;

}  // namespace vermilion::pipeline::checks
