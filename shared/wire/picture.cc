#include "wire/picture.h"

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace wire {
namespace {

// Reading and writing go through the same list of members, so that they cannot differ. An archive
// takes bytes in or out; numbers are little-endian, as both ends are.
constexpr std::uint8_t no_ink = 0xFF;

class Writer {
 public:
  void bytes(void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }
  bool fits(std::uint32_t) const { return true; }
  void require(bool) {}
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  void bytes(void* data, std::size_t size) {
    if (!fits(static_cast<std::uint32_t>(size))) {
      is_well_ = false;
      std::memset(data, 0, size);
      return;
    }
    std::memcpy(data, in_.data(), size);
    in_.remove_prefix(size);
  }
  /// No list has more elements than there are bytes.
  bool fits(std::uint32_t count) const { return is_well_ && count <= in_.size(); }
  void require(bool holds) { is_well_ = is_well_ && holds; }
  bool is_whole() const { return is_well_ && in_.empty(); }

 private:
  std::string_view in_;
  bool is_well_ = true;
};

template <class Archive, class Number>
requires std::is_arithmetic_v<Number>
void pass(Archive& archive, Number& number) { archive.bytes(&number, sizeof number); }

/// An enum of one byte whose last value is `last`.
template <class Archive, class Enum>
void pass_enum(Archive& archive, Enum& value, int last) {
  auto place = static_cast<std::uint8_t>(value);
  pass(archive, place);
  archive.require(place <= last);
  value = static_cast<Enum>(place <= last ? place : 0);
}

template <class Archive>
void pass(Archive& archive, bool& truth) {
  pass_enum(archive, truth, 1);
}

template <class Archive>
void pass(Archive& archive, stats::Ink& ink) {
  pass_enum(archive, ink, stats::ink_count - 1);
}

template <class Archive>
void pass(Archive& archive, std::optional<stats::Ink>& ink) {
  auto place = ink ? static_cast<std::uint8_t>(*ink) : no_ink;
  pass(archive, place);
  archive.require(place == no_ink || place < stats::ink_count);
  ink.reset();
  if (place < stats::ink_count) ink = static_cast<stats::Ink>(place);
}

template <class Archive>
void pass(Archive& archive, std::string& text) {
  auto size = static_cast<std::uint32_t>(text.size());
  pass(archive, size);
  archive.require(archive.fits(size));
  if (!archive.fits(size)) return;
  text.resize(size);
  archive.bytes(text.data(), size);
}

template <class Archive>
void pass(Archive& archive, stats::Point& point) {
  pass(archive, point.x);
  pass(archive, point.y);
}

template <class Archive, class Each>
void pass(Archive& archive, std::vector<Each>& list) {
  auto size = static_cast<std::uint32_t>(list.size());
  pass(archive, size);
  archive.require(archive.fits(size));
  if (!archive.fits(size)) return;
  list.resize(size);
  for (Each& each : list)
    pass(archive, each);
}

template <class Archive>
void pass(Archive& archive, stats::Polyline& line) {
  pass(archive, line.points);
  pass(archive, line.ink);
  pass(archive, line.width);
}

template <class Archive>
void pass(Archive& archive, stats::Polygon& polygon) {
  pass(archive, polygon.ring);
  pass(archive, polygon.fill);
  pass(archive, polygon.line);
  pass(archive, polygon.line_width);
  pass(archive, polygon.triangles);
  for (const std::uint32_t corner : polygon.triangles)
    archive.require(corner < polygon.ring.size());
}

template <class Archive>
void pass(Archive& archive, base::Rect& box) {
  for (float* number : {&box.x, &box.y, &box.w, &box.h})
    pass(archive, *number);
}

template <class Archive>
void pass(Archive& archive, stats::Rectangle& rectangle) {
  pass(archive, rectangle.box);
  pass(archive, rectangle.fill);
}

template <class Archive>
void pass(Archive& archive, stats::Marker& marker) {
  pass(archive, marker.centre);
  pass_enum(archive, marker.shape, static_cast<int>(stats::MarkerShape::cross));
  pass(archive, marker.ink);
  pass(archive, marker.size);
  pass(archive, marker.is_hollow);
}

template <class Archive>
void pass(Archive& archive, stats::TextLine& line) {
  pass(archive, line.at);
  pass(archive, line.text);
  pass_enum(archive, line.anchor, static_cast<int>(stats::Anchor::end));
  pass_enum(archive, line.weight, static_cast<int>(stats::Weight::semibold));
  pass(archive, line.size);
  pass(archive, line.ink);
}

/// A shape of the kind that stands at `place` in the variant.
template <std::size_t place = 0>
stats::Shape shape_of(std::size_t wished) {
  if constexpr (place + 1 < std::variant_size_v<stats::Shape>) {
    if (wished != place) return shape_of<place + 1>(wished);
  }
  return stats::Shape(std::in_place_index<place>);
}

template <class Archive>
void pass(Archive& archive, stats::Shape& shape) {
  constexpr int last = static_cast<int>(std::variant_size_v<stats::Shape>) - 1;
  auto place = static_cast<std::uint8_t>(shape.index());
  pass_enum(archive, place, last);
  if (place != shape.index()) shape = shape_of(place);
  std::visit([&](auto& each) { pass(archive, each); }, shape);
}

template <class Archive>
void pass(Archive& archive, stats::Mark& mark) {
  pass(archive, mark.rings);
  pass(archive, mark.name);
  pass(archive, mark.values);
  pass(archive, mark.status);
  pass(archive, mark.row);
}

template <class Archive>
void pass(Archive& archive, PictureOption& option) {
  for (std::string* text : {&option.word, &option.label, &option.refusal})
    pass(archive, *text);
}

template <class Archive>
void pass(Archive& archive, PictureChoice& choice) {
  for (std::string* text : {&choice.name, &choice.label, &choice.chosen, &choice.hint})
    pass(archive, *text);
  pass(archive, choice.options);
}

template <class Archive>
void pass(Archive& archive, Picture& picture) {
  stats::Scene& scene = picture.scene;
  pass(archive, scene.width);
  pass(archive, scene.height);
  pass(archive, scene.shapes);
  pass(archive, scene.marks);
  pass(archive, scene.notes);
  for (std::string* text : {&scene.title, &scene.subtitle, &scene.unit, &scene.sentence,
                            &scene.source, &scene.citation, &scene.refusal})
    pass(archive, *text);
  pass(archive, picture.choices);
}

}  // namespace

std::string bytes_from_picture(const Picture& picture) {
  Picture written = picture;
  Writer writer;
  pass(writer, written);
  return writer.take();
}

base::Result<Picture> picture_from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  Picture picture;
  pass(reader, picture);
  if (!reader.is_whole())
    return base::fail(base::ErrorCode::invalid,
                      "The bytes of a picture must be what the exporter wrote, but " +
                          std::to_string(bytes.size()) + " bytes are not one.");
  return picture;
}

}  // namespace wire
