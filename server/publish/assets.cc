#include "publish/assets.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"

namespace publish {
namespace {

constexpr std::size_t hash_digits = 16;

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_style_or_script(std::string_view name) {
  return name.ends_with(".css") || name.ends_with(".js");
}

std::string hashed_name(std::string_view name, std::string_view bytes) {
  const std::string_view file = last_part(name);
  const std::size_t dot = file.rfind('.');
  return fmt::format("{}.{}{}", file.substr(0, dot), base::sha256_hex(bytes).substr(0, hash_digits),
                     dot == std::string_view::npos ? "" : file.substr(dot));
}

/// Where `name` stands in `text` as a whole address: between quotes or the brackets of url(…), with
/// or without "./" before it. `from` is where the search begins.
std::size_t find_reference(std::string_view text, std::string_view name, std::size_t from) {
  constexpr std::string_view openings = "\"'`(", closings = "\"'`)?#";
  for (std::size_t at = text.find(name, from); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t begin = at >= 2 && text.substr(at - 2, 2) == "./" ? at - 2 : at;
    const std::size_t end = at + name.size();
    if (begin > 0 && openings.find(text[begin - 1]) != std::string_view::npos &&
        end < text.size() && closings.find(text[end]) != std::string_view::npos) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// Files in an order in which each comes after those that it names.
class Naming {
 public:
  explicit Naming(std::vector<SiteFile>& files) : files_(files), states_(files.size()) {}

  base::Result<void> name_all() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (auto named = name(i); !named) return named;
    }
    return {};
  }

  Assets take() && { return std::move(assets_); }

 private:
  enum class State { fresh, open, done };

  base::Result<void> name(std::size_t index) {
    SiteFile& file = files_[index];
    if (states_[index] == State::done) return {};
    if (states_[index] == State::open) {
      return base::fail(base::ErrorCode::invalid,
                        "Two of the viewer's files name each other, so neither can be named by its "
                        "content.",
                        file.name);
    }
    states_[index] = State::open;
    for (std::size_t other = 0; is_style_or_script(file.name) && other < files_.size(); ++other) {
      if (other == index ||
          find_reference(file.bytes, files_[other].name, 0) == std::string_view::npos) {
        continue;
      }
      if (auto named = name(other); !named) return named;
      rewrite(file.bytes, files_[other].name);
    }
    states_[index] = State::done;
    const std::string address = "assets/" + hashed_name(file.name, file.bytes);
    assets_.addresses[file.name] = address;
    assets_.files.push_back({address, file.bytes});
    return {};
  }

  void rewrite(std::string& text, const std::string& name) const {
    const std::string new_name(last_part(assets_.addresses.at(name)));
    for (std::size_t at = find_reference(text, name, 0); at != std::string::npos;
         at = find_reference(text, name, at + new_name.size())) {
      text.replace(at, name.size(), new_name);
    }
  }

  std::vector<SiteFile>& files_;
  std::vector<State> states_;
  Assets assets_;
};

}  // namespace

std::string Assets::address(std::string_view name) const {
  const auto found = addresses.find(name);
  return found == addresses.end() ? std::string() : found->second;
}

base::Result<Assets> assets_from_files(std::vector<SiteFile> given) {
  std::sort(given.begin(), given.end(),
            [](const SiteFile& a, const SiteFile& b) { return a.name < b.name; });
  Naming naming(given);
  if (auto named = naming.name_all(); !named) return tl::unexpected(named.error());
  Assets assets = std::move(naming).take();
  std::sort(assets.files.begin(), assets.files.end(),
            [](const SiteFile& a, const SiteFile& b) { return a.name < b.name; });
  const auto same =
      std::unique(assets.files.begin(), assets.files.end(),
                  [](const SiteFile& a, const SiteFile& b) { return a.name == b.name; });
  assets.files.erase(same, assets.files.end());
  return assets;
}

}  // namespace publish
