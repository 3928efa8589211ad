#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What stands between a process that looks at strangers' pictures and everything else. Not every
// host lets every layer be put up, so each is reported and the caller says which it insists on.
namespace vermilion::service::workers::sandbox {

enum class Layer : std::uint8_t {
  Limits,        // rlimits: memory, CPU over its life, no file grows, no core is left
  NoPrivileges,  // no capability is held, none can be gained
  Namespaces,    // own users, network, mounts, processes: nobody else is there
  EmptyRoot,     // no file system but an empty one that cannot be written
  Landlock,      // the kernel refuses files by path, whatever else fails
  Syscalls,      // seccomp: what reading a picture takes and nothing else
};
inline constexpr std::size_t kLayers = static_cast<std::size_t>(Layer::Syscalls) + 1;

std::string_view name_of(Layer layer);  // "no_privileges"
std::optional<Layer> layer_named(std::string_view name);

// A set of layers.
class Layers {
 public:
  constexpr Layers() = default;
  constexpr explicit Layers(std::uint32_t bits) : bits_(bits & ((1U << kLayers) - 1)) {}

  [[nodiscard]] constexpr bool has(Layer layer) const { return (bits_ & bit(layer)) != 0; }
  [[nodiscard]] constexpr Layers with(Layer layer) const { return Layers(bits_ | bit(layer)); }
  // Those of `wanted` that are not here.
  [[nodiscard]] constexpr Layers lacking(Layers wanted) const {
    return Layers(wanted.bits_ & ~bits_);
  }
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }
  [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }

  friend constexpr bool operator==(Layers, Layers) = default;

 private:
  static constexpr std::uint32_t bit(Layer layer) { return 1U << static_cast<unsigned>(layer); }

  std::uint32_t bits_ = 0;
};

// Those any Linux of the last ten years puts up, in a container too. The rest depends on how the
// host is set up.
inline constexpr Layers kLeast =
    Layers().with(Layer::Limits).with(Layer::NoPrivileges).with(Layer::Syscalls);

// "limits, no_privileges"; "none"
std::string text_of(Layers layers);

}  // namespace vermilion::service::workers::sandbox
