#include "samples/companion.hpp"

#include <array>

namespace vermilion::samples {
namespace {

using enum DocumentKind;

// What is put beside a licence: another one, a certificate, an identity card.
constexpr std::array kCompanions{BusinessLicence2014,    BusinessLicence2019,
                                 MedicalLicence,         IdCard,
                                 InstitutionCertificate, AssociationCertificate};

// One in six is the same document once more: both pages of one licence, scanned twice.
constexpr double kTheSame = 1.0 / 6;

}  // namespace

std::optional<Companion> companion_of(const Recipe& recipe, const Random& random) {
  if (recipe.composition == Composition::Alone) return std::nullopt;
  Random choice = random.child("companion");
  Recipe other{
      .document = recipe.document, .copy = recipe.copy, .dpi = recipe.dpi, .seed = recipe.seed};
  if (choice.chance(kTheSame)) return Companion{other, hand_in(other, random)};
  other.document = choice.choose(kCompanions);
  return Companion{other, hand_in(other, choice.child("handed in"))};
}

}  // namespace vermilion::samples
