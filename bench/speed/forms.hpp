#pragma once

#include "bench/speed/measured.hpp"
#include "bench/speed/rows.hpp"

namespace vermilion::speed {

// What it costs to print a form: from the order's facts to the bytes of the PDF. Over all forms the
// document types have, each as often as there are rounds.
MaybeRow forms_row(const Settings& settings);

}  // namespace vermilion::speed
