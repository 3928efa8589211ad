#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vermilion::samples {

// Everything that can be wrong with a sample on purpose. The ids (`describe(defect).id`) are used
// on the command line and in the truth.
enum class Defect : std::uint8_t {
  Blur,
  Noise,
  Dust,
  Speckle,
  BackgroundGrey,
  BackgroundColour,
  Skew,
  Turn90,
  Turn180,
  Turn270,
  Perspective,
  Shading,
  Cropped,
  SealBw,
  SealPrinted,
  SealFaded,
  SealSmeared,
  SealBlurred,
  SealBrokenBorder,
  SealSpeckle,
  SealOverCode,
  SealOverName,
  SealMissing,
  CodeWrong,
  CodeLookalike,
  Lowres,
  Upscaled,
  Photo,
  Screenshot,
  Watermark,
  JpegLowQuality,
  Progressive,
  Cmyk,
  GreyJpeg,
  Png1Bit,
  PngPalette,
  PngAlpha,
  Png16Bit,
  Bmp,
  // From here on only where wished: a recipe that draws from all keeps its picture.
  SealPurple,
  SealOrange,
  SealDark,
  PaperYellow,
  PaperPink,
  SealOverText,
  SealAtEdge,
  SealUnderWatermark,
  RedStrip,
  RedHeadline,
  CardSideMissing,
  CardReduced,
  CardNumberWrong,
  CardExpired,
};

// Two defects of one of these families exclude each other; those of None go with any.
enum class Family : std::uint8_t {
  None,
  Background,
  Turn,
  Shot,  // what took the picture
  Ink,   // what the holder's seal is made of
  SealPlace,
  Code,
  Resolution,
  File,
};

// What a document must carry for the defect to make sense.
enum class Needs : std::uint8_t { Nothing, HolderSeal, CreditCode, Paper, Card };

struct DefectDescription {
  Defect defect;
  std::string_view id;
  Family family;
  Needs needs;
  double mildest;  // strengths are drawn between these two
  double strongest;
  std::string_view unit;  // of the strength; empty where there is none
  std::string_view summary;
};

// One row per defect, in the order of the enumeration.
[[nodiscard]] std::span<const DefectDescription> defects();

// Those that a random recipe may add unasked.
[[nodiscard]] std::span<const DefectDescription> defects_by_chance();

[[nodiscard]] const DefectDescription& describe(Defect defect);
[[nodiscard]] std::optional<Defect> defect_named(std::string_view id);

// Can both be planted in one sample?
[[nodiscard]] bool compatible(Defect a, Defect b);

}  // namespace vermilion::samples
