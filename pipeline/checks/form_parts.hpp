#pragma once

#include "pipeline/checks/check.hpp"
#include "pipeline/page.hpp"

#include <opencv2/core/types.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

// What the checks of a form's parts share: they look where the template says, and tell where that
// is on the page.
namespace vermilion::pipeline::checks {

inline Box box_on_page(Page& page, const form::BoxMm& box) {
  const cv::Rect place = form::box_on_page(*page.registration().placement, box);
  return {place.x, place.y, place.width, place.height};
}

// What `look` sees of a form that is placed, given its template and what stands in its boxes.
// Nothing where none was placed: nobody knows the boxes then, and other checks look at the page as
// a whole.
template <class Look>
Measured of_form(Page& page, Look&& look) {
  std::vector<Measurement> measurements;
  if (!page.form_contents()) return measurements;
  look(*page.expected_form(), *page.form_contents(), measurements);
  return measurements;
}

// Of each seal on the form that lies in a box, with that box.
template <class Look>
Measured of_boxed_seals(Page& page, Look&& look) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (const form::BoxedSeal& seal : contents.seals) {
      if (!seal.stamp) continue;
      look(seal, form.stamps[*seal.stamp], measurements);
    }
  });
}

// Of each signature that stands in for the seal of a person: where a box takes either and holds no
// seal.
template <class Look>
Measured of_signatures(Page& page, Look&& look) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (std::size_t i = 0; i < form.stamps.size(); ++i) {
      const form::Stamp& stamp = form.stamps[i];
      const form::Writing& writing = contents.stamps[i].writing;
      const bool may_sign = std::ranges::find(stamp.with, "signature") != stamp.with.end();
      const bool sealed = std::ranges::any_of(
          contents.seals, [&](const form::BoxedSeal& seal) { return seal.stamp == i; });
      if (!may_sign || sealed || !writing.box) continue;
      look(stamp, writing, measurements);
    }
  });
}

}  // namespace vermilion::pipeline::checks
