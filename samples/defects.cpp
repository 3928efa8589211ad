#include "samples/defects.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vermilion::samples {
namespace {

using enum Defect;

using F = Family;
using N = Needs;

constexpr std::array kDefects{
    DefectDescription{Blur, "blur", F::None, N::Nothing, 0.15, 0.35, "mm",
                      "out of focus: deviation of the blur on the page"},
    DefectDescription{Noise, "noise", F::None, N::Nothing, 6, 16, "levels",
                      "sensor noise: deviation in grey levels of 255"},
    DefectDescription{Dust, "dust", F::None, N::Paper, 15, 80, "specks",
                      "dust and hairs on the glass, streaks along the scan"},
    DefectDescription{Speckle, "speckle", F::None, N::Paper, 3, 15, "per cm2",
                      "fine black specks all over, as a worn copier leaves them"},
    DefectDescription{BackgroundGrey, "background_grey", F::Background, N::Paper, 0.12, 0.40,
                      "share", "grey paper: share of the light that is missing"},
    DefectDescription{BackgroundColour, "background_colour", F::Background, N::Paper, 0.05, 0.20,
                      "share", "tinted paper: yellowed, pink, green or bluish"},
    DefectDescription{Skew, "skew", F::None, N::Nothing, 2, 8, "deg",
                      "laid on the glass askew, to either side"},
    DefectDescription{Turn90, "turn_90", F::Turn, N::Nothing, 90, 90, "deg",
                      "must be turned clockwise by 90 degrees to be upright"},
    DefectDescription{Turn180, "turn_180", F::Turn, N::Nothing, 180, 180, "deg", "upside down"},
    DefectDescription{Turn270, "turn_270", F::Turn, N::Nothing, 270, 270, "deg",
                      "must be turned clockwise by 270 degrees to be upright"},
    DefectDescription{Perspective, "perspective", F::Shot, N::Nothing, 0.02, 0.06, "share",
                      "keystone of a document camera: how much shorter an edge is"},
    DefectDescription{Shading, "shading", F::None, N::Paper, 0.15, 0.45, "share",
                      "light that falls off towards one side"},
    DefectDescription{Cropped, "cropped", F::None, N::Nothing, 10, 30, "mm", "cut off at one edge"},
    DefectDescription{SealBw, "seal_bw", F::Ink, N::HolderSeal, 1, 1, "",
                      "copied in black and white after stamping: no red anywhere"},
    DefectDescription{SealPrinted, "seal_printed", F::Ink, N::HolderSeal, 60, 95, "lpi",
                      "the seal comes from a colour laser: lines per inch of its screen"},
    DefectDescription{SealFaded, "seal_faded", F::None, N::HolderSeal, 0.15, 0.40, "share",
                      "little ink: share that is left"},
    DefectDescription{SealSmeared, "seal_smeared", F::None, N::HolderSeal, 0.8, 2.5, "mm",
                      "moved while stamping"},
    DefectDescription{SealBlurred, "seal_blurred", F::None, N::HolderSeal, 0.25, 0.60, "mm",
                      "the seal alone is soft: deviation of its blur"},
    DefectDescription{SealBrokenBorder, "seal_broken_border", F::None, N::HolderSeal, 0.15, 0.50,
                      "share", "share of the rim that left no ink"},
    DefectDescription{SealSpeckle, "seal_speckle", F::None, N::HolderSeal, 3, 12, "per cm2",
                      "foreign marks in and around the seal"},
    DefectDescription{SealOverCode, "seal_over_code", F::SealPlace, N::CreditCode, 1, 1, "",
                      "the seal stands on the credit code"},
    DefectDescription{SealOverName, "seal_over_name", F::SealPlace, N::HolderSeal, 1, 1, "",
                      "the seal stands on the name"},
    DefectDescription{SealMissing, "seal_missing", F::None, N::HolderSeal, 1, 1, "",
                      "the holder has not stamped it; the registrar's seal stays"},
    DefectDescription{CodeWrong, "code_wrong", F::Code, N::CreditCode, 1, 1, "characters",
                      "one character is wrong, so the check fails"},
    DefectDescription{CodeLookalike, "code_lookalike", F::Code, N::CreditCode, 1, 1, "characters",
                      "a letter the alphabet lacks is printed for a digit: O I Z S"},
    DefectDescription{Lowres, "lowres", F::Resolution, N::Nothing, 60, 100, "dpi",
                      "scanned or sent small: density of the page"},
    DefectDescription{Upscaled, "upscaled", F::Resolution, N::Nothing, 1.8, 3.5, "x",
                      "scanned small and enlarged so many times"},
    DefectDescription{Photo, "photo", F::Shot, N::Paper, 0.02, 0.08, "share",
                      "photographed on a desk: keystone, uneven light, colour cast"},
    DefectDescription{Screenshot, "screenshot", F::Shot, N::Nothing, 0.05, 0.16, "share",
                      "photographed from a screen: depth of the moire"},
    DefectDescription{Watermark, "watermark", F::None, N::Nothing, 0.12, 0.40, "share",
                      "text of purpose across the page, grey or red: its opacity"},
    DefectDescription{JpegLowQuality, "jpeg_low_quality", F::File, N::Nothing, 12, 35, "quality",
                      "compressed until the blocks show"},
    DefectDescription{Progressive, "progressive", F::File, N::Nothing, 1, 1, "",
                      "a progressive JPEG"},
    DefectDescription{Cmyk, "cmyk", F::File, N::Nothing, 1, 1, "",
                      "a JPEG in the four inks of a press, inverted as Adobe does"},
    DefectDescription{GreyJpeg, "grey_jpeg", F::File, N::Nothing, 1, 1, "",
                      "a JPEG without colour"},
    DefectDescription{Png1Bit, "png_1bit", F::File, N::Nothing, 1, 1, "",
                      "a PNG of black and white pixels"},
    DefectDescription{PngPalette, "png_palette", F::File, N::Nothing, 1, 1, "",
                      "a PNG with a palette"},
    DefectDescription{PngAlpha, "png_alpha", F::File, N::Nothing, 1, 1, "",
                      "a PNG with transparent corners that are black beneath"},
    DefectDescription{Png16Bit, "png_16bit", F::File, N::Nothing, 1, 1, "",
                      "a PNG of 16 bits a channel"},
    DefectDescription{Bmp, "bmp", F::File, N::Nothing, 1, 1, "",
                      "a BMP of 24, 8, 4, 1 or 32 bits, or stored from the top"},
    DefectDescription{SealPurple, "seal_purple", F::Ink, N::HolderSeal, 0.4, 1, "share",
                      "old ink: how far from red to purple"},
    DefectDescription{SealOrange, "seal_orange", F::Ink, N::HolderSeal, 0.4, 1, "share",
                      "a cheap pad: how far from red to orange"},
    DefectDescription{SealDark, "seal_dark", F::Ink, N::HolderSeal, 0.4, 1, "share",
                      "too much ink: how far from red to dark brown"},
    DefectDescription{PaperYellow, "paper_yellow", F::Background, N::Paper, 0.05, 0.25, "share",
                      "yellowed paper: share of the blue light that is missing"},
    DefectDescription{PaperPink, "paper_pink", F::Background, N::Paper, 0.05, 0.20, "share",
                      "pink paper: share of the green light that is missing"},
    DefectDescription{SealOverText, "seal_over_text", F::SealPlace, N::HolderSeal, 1, 1, "",
                      "the seal stands where the text is densest"},
    DefectDescription{SealAtEdge, "seal_at_edge", F::SealPlace, N::HolderSeal, 0.05, 0.25, "share",
                      "share of the seal's width that lies beyond the edge of the sheet"},
    DefectDescription{SealUnderWatermark, "seal_under_watermark", F::None, N::HolderSeal, 0.2, 0.5,
                      "share", "a line of a watermark across the seal: its opacity"},
    DefectDescription{RedStrip, "red_strip", F::None, N::HolderSeal, 3, 20, "mm",
                      "a red strip close beside the seal: its width"},
    DefectDescription{RedHeadline, "red_headline", F::None, N::HolderSeal, 8, 16, "mm",
                      "a red headline close above the seal: height of its characters"},
    DefectDescription{CardSideMissing, "card_side_missing", F::None, N::Card, 1, 2, "side",
                      "only one side of the identity card was copied: 1 lacks the portrait's, 2 "
                      "the emblem's"},
    DefectDescription{CardReduced, "card_reduced", F::None, N::Card, 0.60, 0.90, "x",
                      "the identity card was copied smaller than it is: its size of its own"},
    DefectDescription{CardNumberWrong, "card_number_wrong", F::None, N::Card, 1, 1, "characters",
                      "one digit of the identity number is wrong, so the check fails"},
    DefectDescription{CardExpired, "card_expired", F::None, N::Card, 1, 10, "years",
                      "the identity card's term ended so many years ago"},
};

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t i = 0; i < kDefects.size(); ++i) {
    if (kDefects[i].defect != static_cast<Defect>(i)) return false;
  }
  return kDefects.size() == static_cast<std::size_t>(CardExpired) + 1;
}
static_assert(rows_follow_the_enumeration());

bool touches_holder_seal(Defect defect) {
  const DefectDescription& row = describe(defect);
  return row.needs == Needs::HolderSeal || row.family == Family::SealPlace;
}

}  // namespace

std::span<const DefectDescription> defects() {
  return kDefects;
}

std::span<const DefectDescription> defects_by_chance() {
  return std::span(kDefects).first(static_cast<std::size_t>(Bmp) + 1);
}

const DefectDescription& describe(Defect defect) {
  return kDefects[static_cast<std::size_t>(defect)];
}

std::optional<Defect> defect_named(std::string_view id) {
  const auto row = std::ranges::find(kDefects, id, &DefectDescription::id);
  if (row == kDefects.end()) return std::nullopt;
  return row->defect;
}

bool compatible(Defect a, Defect b) {
  if (a == b) return false;
  // What is not there cannot be faded, moved or printed.
  if (a == SealMissing || b == SealMissing) {
    return !touches_holder_seal(a) || !touches_holder_seal(b);
  }
  return describe(a).family == Family::None || describe(a).family != describe(b).family;
}

}  // namespace vermilion::samples
