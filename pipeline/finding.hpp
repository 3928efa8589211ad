#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::pipeline {

// A rectangle in pixels of the upright page; x to the right, y down.
struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  friend bool operator==(const Box&, const Box&) = default;
};

// Facts block; what is a judgement warns and goes to a person; a note only informs.
enum class Level : std::uint8_t { Note, Warn, Block };

// Everything that can be said about a document. Rules, reports and stored orders quote the names
// (`name(code)`): retire one, never reuse it.
enum class FindingCode : std::uint8_t {
  FmtEmpty,
  FmtType,
  FmtMismatch,
  FmtSize,
  ImgPixels,
  ImgScans,
  ImgChunks,
  ImgVariant,
  ImgTruncated,
  ImgCorrupt,
  ImgBlur,
  ImgDark,
  ImgLowres,
  ImgUpscaled,
  ImgSkew,
  ImgTurned,
  ImgCropped,
  ImgPhoto,
  SealNone,
  SealNotRed,
  SealFaint,
  SealBlurred,
  SealBrokenBorder,
  SealSmeared,
  SealBackground,
  SealSpeckle,
  SealPrinted,
  SealCoversText,
  UsccUnreadable,
  UsccBadCheck,
  UsccLookalike,
  UsccLegacy,
  UsccNotEqualAccount,
  UsccSeveral,
  DocWrongKind,
  NameWidth,
  NameMissing,
  NameExtra,
  NameChar,
  LegalNameMismatch,
  AgentNameMismatch,
  JiangxiHeadMismatch,
  IdBadCheck,
  ProjectRegionMismatch,
  MainLockExists,
  VerifyNotDone,
  DocMissing,
  DuplicateImage,
  TplNoQr,
  TplBadSignature,
  TplWrongOrder,
  TplWrongProject,
  TplWrongDocument,
  TplStale,
  TplAltered,
  TplHallForm,
  CopyReduced,
  SealWrongBox,
  SealOverEdge,
  SealNotRound,
  LsealNotSquare,
  LsealNotRed,
  SealCodeUnreadable,
  SealCoversKey,
  SealNameMismatch,
  SignNone,
  SignPrinted,
  SignVertical,
  SignWidth,
  TplBlankField,
  TplUnticked,
  LetterExpiresSoon,
  LicenceExpired,
  IdExpired,
  DocKindUnknown,
  IdSideMissing,
  IdNotEqualOrder,
  TplHandwritten,
};

struct FindingKind {
  FindingCode code;
  std::string_view name;  // "IMG_BLUR"
  Level level;            // unless a rule says otherwise
  std::string_view unit;  // of value and threshold: "mm", "dpi", "deg", "" for a plain number
};

// One row per code, in the order of the enumeration.
std::span<const FindingKind> finding_kinds();

const FindingKind& kind_of(FindingCode code);
std::string_view name(FindingCode code);
std::optional<FindingCode> finding_code(std::string_view name);

std::string_view name(Level level);

// One thing that is wrong, and where. The texts for people are made from it by `rules/messages`.
struct Finding {
  FindingCode code;
  Level level;
  std::string check;  // id of the check that found it; "intake" and "decode" before there are any
  std::string rule;   // id of the rule that asked for the check; empty without a project
  std::optional<Box> box;
  std::optional<double> value;      // what was measured ...
  std::optional<double> threshold;  // ... and what it was held against
  std::map<std::string, std::string>
      words  // fills {placeholders} of the message: "printed" -> "9I36…"
      = {};

  friend bool operator==(const Finding&, const Finding&) = default;
};

// A finding at the level its code has by itself.
Finding finding(FindingCode code);

}  // namespace vermilion::pipeline
