#pragma once

#include "samples/defects.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What to draw. A recipe is all a sample depends on.
namespace vermilion::samples {

enum class DocumentKind : std::uint8_t {
  BusinessLicence2014,
  BusinessLicence2019,
  ElectronicLicence,
  IdCard,
  InstitutionCertificate,
  AssociationCertificate,
  MedicalLicence,
  AuthorisationLetter,
  SealSheet,
  ApplicationForm,
  AppointmentLetter,
  // Pictures in which no seal and no credit code may be found.
  LookalikeLetterhead,
  LookalikeTexture,
  LookalikeBankLetter,
  LookalikeMosaic,
  LookalikeMenu,
};

// A copy of a licence is either in colour, with the registrar's seal and the emblem red, or black
// and white, where the holder's fresh seal is the only red thing.
enum class Copy : std::uint8_t { Colour, BlackAndWhite };

// What else the picture shows: a second document beside or below the first, of another organisation
// or without a code, now and then the same once more.
enum class Composition : std::uint8_t { Alone, TwoOnOne };

// What surrounds the page: the bars and margins of a viewer, caught with it in a screenshot.
enum class Frame : std::uint8_t { None, Screenshot };

struct Planted {
  Defect defect;
  double strength;  // in the unit of the defect's row

  friend bool operator==(const Planted&, const Planted&) = default;
};

struct Recipe {
  DocumentKind document = DocumentKind::BusinessLicence2019;
  Copy copy = Copy::BlackAndWhite;
  int dpi = 200;
  std::uint64_t seed = 0;
  std::vector<Planted> defects = {};
  Composition composition = Composition::Alone;
  Frame frame = Frame::None;
};

// The defect's strength in the recipe, if it is planted.
[[nodiscard]] std::optional<double> strength(const Recipe& recipe, Defect defect);
[[nodiscard]] inline bool has(const Recipe& recipe, Defect defect) {
  return strength(recipe, defect).has_value();
}

// What random_recipe may choose from. Left empty, any document and no defect.
struct Wishes {
  std::vector<DocumentKind> documents;
  std::vector<Defect> defects;  // every one of them is planted
  int further_defects_max = 0;  // so many more, drawn from all, may be added: for training
  int dpi = 200;
  Composition composition = Composition::Alone;
  Frame frame = Frame::None;
};

// Draws document, copy and strengths; the document is one that goes with all wished defects.
// Wishes that conflict are the caller's mistake. A further defect that does not fit is left out.
[[nodiscard]] Recipe random_recipe(std::uint64_t seed, const Wishes& wishes);

// Why the wishes cannot be fulfilled, in a sentence; empty when they can.
[[nodiscard]] std::string conflict(const Wishes& wishes);

}  // namespace vermilion::samples
