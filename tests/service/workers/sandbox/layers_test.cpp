#include "service/workers/sandbox/layers.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::workers::sandbox {
namespace {

TEST(Layers, SayWhatIsLacking) {
  const Layers up = Layers().with(Layer::Limits).with(Layer::Landlock);
  const Layers lacking = up.lacking(kLeast);
  EXPECT_FALSE(lacking.has(Layer::Limits));
  EXPECT_TRUE(lacking.has(Layer::NoPrivileges));
  EXPECT_TRUE(lacking.has(Layer::Syscalls));
  EXPECT_FALSE(lacking.has(Layer::Landlock));
  EXPECT_TRUE(kLeast.lacking(kLeast).none());
}

TEST(Layers, AreNamedInOrder) {
  EXPECT_EQ(text_of(kLeast), "limits, no_privileges, syscalls");
  EXPECT_EQ(text_of({}), "none");
}

TEST(Layers, BitsOfNoLayerAreForgotten) {
  EXPECT_EQ(Layers(~0U).bits(), (1U << kLayers) - 1);
}

}  // namespace
}  // namespace vermilion::service::workers::sandbox
