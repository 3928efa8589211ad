#include "tests/service/running/a_place.hpp"

#include "service/crypto/secret_file.hpp"
#include "service/store/blobs/key_ring.hpp"
#include "service/store/ledger/signing.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {

APlace::APlace() {
  const auto root = folder.path();
  EXPECT_TRUE(service::crypto::write_secret_file(root / "blobs.key",
                                                 service::store::blobs::new_key_line(1)));
  EXPECT_TRUE(service::crypto::write_secret_file(
      root / "ledger.key", service::store::ledger::Signer::new_seed() + "\n"));
}

service::running::Places APlace::places() const {
  const auto root = folder.path();
  return {.database = root / "vermilion.db",
          .blobs = root / "blobs",
          .blob_keys = root / "blobs.key",
          .marks = root / "ledger.marks",
          .ledger_key = root / "ledger.key",
          .partners = {},
          .authority = {}};
}

}  // namespace vermilion::tests
