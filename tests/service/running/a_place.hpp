#pragma once

#include "service/running/places.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vermilion::tests {

// Keys of an installation in a folder of its own, and room for what it keeps.
struct APlace {
  APlace();

  // On SQLite, without partners and authority.
  service::running::Places places() const;

  TemporaryFolder folder;
};

}  // namespace vermilion::tests
