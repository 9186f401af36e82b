// The classes of a map: where figures are parted, and what each class is called. Figures are taken
// as they are read, rounded to their decimals, so that an area is in the class that its text says.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/words.h"

namespace stats {

enum class Classing {
  round,        ///< About equally many areas in each, parted at the roundest figures nearby.
  quantile,     ///< Equally many areas in each, as far as equal figures allow.
  equal_steps,  ///< Equally wide; some may be empty.
  own,          ///< The reader's own limits.
};

inline constexpr std::array classings = {Classing::round, Classing::quantile, Classing::equal_steps,
                                         Classing::own};

/// "round", "quantile", "equal-steps", "own": as the address has it.
std::string_view word_from_classing(Classing classing);
std::optional<Classing> classing_from_word(std::string_view word);
base::Word name_of(Classing classing);

/// At most as many classes as a ramp has colours.
inline constexpr int map_classes_max = 7;

struct ClassChoice {
  Classing classing = Classing::round;
  int count = 0;               ///< 2 to map_classes_max; 0: what fits the number of figures.
  std::vector<double> limits;  ///< Own ones, rising; at most map_classes_max - 1.

  friend bool operator==(const ClassChoice&, const ClassChoice&) = default;
};

/// True where own limits are there, rise, and are not too many; always for the other classings.
bool is_well(const ClassChoice& choice);

class MapClasses {
 public:
  /// Takes finite figures, in any order, and a choice that is well. Fewer different figures than
  /// classes make fewer classes; equal ones make one; none make none. Own limits that no figure of
  /// `decimals` could tell apart are one.
  MapClasses(const std::vector<double>& figures, const ClassChoice& choice, int decimals);

  std::size_t count() const { return counts_.size(); }
  /// The class of a figure: a limit belongs to the class above it.
  std::size_t class_of(double figure) const;
  /// How many figures are in a class.
  std::size_t figures_in(std::size_t place) const { return counts_[place]; }
  /// "kurang dari 12.000", "12.000–19.999", "60.000 atau lebih"; the figure alone where all are
  /// equal.
  std::string label(std::size_t place, base::Language language) const;
  /// Its colour's place in a ramp of map_classes_max: far enough from its neighbours'.
  int ramp_place(std::size_t place) const;

 private:
  double steps_from(double figure) const;
  std::string text(double steps, base::Language language) const;

  int decimals_ = 0;
  double scale_ = 1;            ///< 10^decimals.
  std::vector<double> limits_;  ///< In steps of the last decimal: whole numbers, rising.
  double first_ = 0;            ///< The least figure, in steps.
  std::vector<std::size_t> counts_;
};

}  // namespace stats
