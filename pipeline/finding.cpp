#include "pipeline/finding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vermilion::pipeline {
namespace {

using enum FindingCode;
using enum Level;

constexpr std::array kKinds{
    FindingKind{FmtEmpty, "FMT_EMPTY", Block, "bytes"},
    FindingKind{FmtType, "FMT_TYPE", Block, ""},
    FindingKind{FmtMismatch, "FMT_MISMATCH", Warn, ""},
    FindingKind{FmtSize, "FMT_SIZE", Block, "bytes"},
    FindingKind{ImgPixels, "IMG_PIXELS", Block, "px"},
    FindingKind{ImgScans, "IMG_SCANS", Block, ""},
    FindingKind{ImgChunks, "IMG_CHUNKS", Block, ""},
    FindingKind{ImgVariant, "IMG_VARIANT", Block, ""},
    FindingKind{ImgTruncated, "IMG_TRUNCATED", Block, ""},
    FindingKind{ImgCorrupt, "IMG_CORRUPT", Block, ""},
    FindingKind{ImgBlur, "IMG_BLUR", Warn, "mm"},
    FindingKind{ImgDark, "IMG_DARK", Warn, ""},
    FindingKind{ImgLowres, "IMG_LOWRES", Warn, "dpi"},
    FindingKind{ImgUpscaled, "IMG_UPSCALED", Warn, "x"},
    FindingKind{ImgSkew, "IMG_SKEW", Warn, "deg"},
    FindingKind{ImgTurned, "IMG_TURNED", Note, "deg"},
    FindingKind{ImgCropped, "IMG_CROPPED", Warn, ""},
    FindingKind{ImgPhoto, "IMG_PHOTO", Warn, ""},
    FindingKind{SealNone, "SEAL_NONE", Block, ""},
    FindingKind{SealNotRed, "SEAL_NOT_RED", Block, ""},
    FindingKind{SealFaint, "SEAL_FAINT", Warn, ""},
    FindingKind{SealBlurred, "SEAL_BLURRED", Warn, "mm"},
    FindingKind{SealBrokenBorder, "SEAL_BROKEN_BORDER", Warn, ""},
    FindingKind{SealSmeared, "SEAL_SMEARED", Warn, ""},
    FindingKind{SealBackground, "SEAL_BACKGROUND", Warn, ""},
    FindingKind{SealSpeckle, "SEAL_SPECKLE", Warn, ""},
    FindingKind{SealPrinted, "SEAL_PRINTED", Note, ""},
    FindingKind{SealCoversText, "SEAL_COVERS_TEXT", Warn, ""},
    FindingKind{UsccUnreadable, "USCC_UNREADABLE", Warn, ""},
    FindingKind{UsccBadCheck, "USCC_BAD_CHECK", Block, ""},
    FindingKind{UsccLookalike, "USCC_LOOKALIKE", Warn, ""},
    FindingKind{UsccLegacy, "USCC_LEGACY", Warn, ""},
    FindingKind{UsccNotEqualAccount, "USCC_NOT_EQUAL_ACCOUNT", Block, ""},
    FindingKind{UsccSeveral, "USCC_SEVERAL", Warn, ""},
    FindingKind{DocWrongKind, "DOC_WRONG_KIND", Warn, ""},
    FindingKind{NameWidth, "NAME_WIDTH", Warn, ""},
    FindingKind{NameMissing, "NAME_MISSING", Warn, ""},
    FindingKind{NameExtra, "NAME_EXTRA", Warn, ""},
    FindingKind{NameChar, "NAME_CHAR", Warn, ""},
    FindingKind{LegalNameMismatch, "LEGAL_NAME_MISMATCH", Warn, ""},
    FindingKind{AgentNameMismatch, "AGENT_NAME_MISMATCH", Warn, ""},
    FindingKind{JiangxiHeadMismatch, "JIANGXI_HEAD_MISMATCH", Warn, ""},
    FindingKind{IdBadCheck, "ID_BAD_CHECK", Block, ""},
    FindingKind{ProjectRegionMismatch, "PROJECT_REGION_MISMATCH", Warn, ""},
    FindingKind{MainLockExists, "MAIN_LOCK_EXISTS", Block, ""},
    FindingKind{VerifyNotDone, "VERIFY_NOT_DONE", Block, ""},
    FindingKind{DocMissing, "DOC_MISSING", Block, ""},
    FindingKind{DuplicateImage, "DUPLICATE_IMAGE", Block, ""},
    FindingKind{TplNoQr, "TPL_NO_QR", Warn, ""},
    FindingKind{TplBadSignature, "TPL_BAD_SIGNATURE", Block, ""},
    FindingKind{TplWrongOrder, "TPL_WRONG_ORDER", Block, ""},
    FindingKind{TplWrongProject, "TPL_WRONG_PROJECT", Block, ""},
    FindingKind{TplWrongDocument, "TPL_WRONG_DOCUMENT", Block, ""},
    FindingKind{TplStale, "TPL_STALE", Block, ""},
    FindingKind{TplAltered, "TPL_ALTERED", Block, ""},
    FindingKind{TplHallForm, "TPL_HALL_FORM", Warn, ""},
    FindingKind{CopyReduced, "COPY_REDUCED", Warn, ""},
    FindingKind{SealWrongBox, "SEAL_WRONG_BOX", Warn, ""},
    FindingKind{SealOverEdge, "SEAL_OVER_EDGE", Warn, "mm"},
    FindingKind{SealNotRound, "SEAL_NOT_ROUND", Warn, ""},
    FindingKind{LsealNotSquare, "LSEAL_NOT_SQUARE", Warn, ""},
    FindingKind{LsealNotRed, "LSEAL_NOT_RED", Warn, ""},
    FindingKind{SealCodeUnreadable, "SEAL_CODE_UNREADABLE", Warn, ""},
    FindingKind{SealCoversKey, "SEAL_COVERS_KEY", Warn, "mm2"},
    FindingKind{SealNameMismatch, "SEAL_NAME_MISMATCH", Warn, ""},
    FindingKind{SignNone, "SIGN_NONE", Warn, "mm2"},
    FindingKind{SignPrinted, "SIGN_PRINTED", Warn, ""},
    FindingKind{SignVertical, "SIGN_VERTICAL", Warn, ""},
    FindingKind{SignWidth, "SIGN_WIDTH", Warn, "mm"},
    FindingKind{TplBlankField, "TPL_BLANK_FIELD", Warn, "mm2"},
    FindingKind{TplUnticked, "TPL_UNTICKED", Warn, "mm2"},
    FindingKind{LetterExpiresSoon, "LETTER_EXPIRES_SOON", Warn, "days"},
    FindingKind{LicenceExpired, "LICENCE_EXPIRED", Warn, "days"},
    FindingKind{IdExpired, "ID_EXPIRED", Warn, "days"},
    FindingKind{DocKindUnknown, "DOC_KIND_UNKNOWN", Warn, ""},
    FindingKind{IdSideMissing, "ID_SIDE_MISSING", Warn, ""},
    FindingKind{IdNotEqualOrder, "ID_NOT_EQUAL_ORDER", Warn, ""},
    FindingKind{TplHandwritten, "TPL_HANDWRITTEN", Note, ""},
};

constexpr bool in_order_of_the_enumeration() {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (static_cast<std::size_t>(kKinds[i].code) != i) return false;
  }
  return kKinds.size() == static_cast<std::size_t>(TplHandwritten) + 1;
}
static_assert(in_order_of_the_enumeration());

}  // namespace

std::span<const FindingKind> finding_kinds() {
  return kKinds;
}

const FindingKind& kind_of(FindingCode code) {
  return kKinds[static_cast<std::size_t>(code)];
}

std::string_view name(FindingCode code) {
  return kind_of(code).name;
}

std::optional<FindingCode> finding_code(std::string_view name) {
  const auto row = std::ranges::find(kKinds, name, &FindingKind::name);
  if (row == kKinds.end()) return std::nullopt;
  return row->code;
}

std::string_view name(Level level) {
  switch (level) {
    case Note:
      return "note";
    case Warn:
      return "warn";
    case Block:
      return "block";
  }
  return {};
}

Finding finding(FindingCode code) {
  return {.code = code, .level = kind_of(code).level};
}

}  // namespace vermilion::pipeline
