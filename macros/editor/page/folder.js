// Gives the editor the project's files, in any browser: it asks for a folder, and each read and save goes to
// `make edit`, which checks what is saved and answers with sentences. Below the editor stands what the check says.
(function () {
  "use strict";

  var FILES = "files/";
  var signs = {}; // for each file, what it held when it was last read or saved
  var shown;

  // The one user of this machine, and the English of this site. What somebody has chosen since stays.
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
  if (!localStorage.getItem("sveltia-cms.prefs")) {
    localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "en-GB", closeOnSave: false }));
  }

  function notFound(name) {
    return new DOMException("There is no file “" + name + "”.", "NotFoundError");
  }

  async function ask(way, path, body) {
    var headers = path in signs ? { "If-Match": signs[path] } : {};
    var answer = await fetch(FILES + encodeURI(path), { method: way, body: body, headers: headers, cache: "no-store" });
    if (answer.status === 404) throw notFound(path);
    if (!answer.ok) throw new Error(await answer.text());
    if (answer.headers.has("ETag")) signs[path] = answer.headers.get("ETag");
    return answer;
  }

  function FileHandle(path) {
    this.kind = "file";
    this.path = path;
    this.name = path.split("/").pop();
  }
  FileHandle.prototype.getFile = async function () {
    var answer = await ask("GET", this.path);
    return new File([await answer.blob()], this.name);
  };
  FileHandle.prototype.createWritable = async function () {
    var path = this.path;
    return {
      write: async function (data) {
        tell("waits", ["Saving and checking …"]);
        try {
          await ask("PUT", path, data);
        } catch (error) {
          tell("wrong", String(error.message).split("\n"));
          throw error;
        }
        look();
      },
      close: async function () {}
    };
  };

  function Folder(path, list) {
    this.kind = "directory";
    this.path = path;
    this.name = path.split("/").pop();
    this.list = list;
  }
  Folder.prototype.below = function (name) {
    return this.path ? this.path + "/" + name : name;
  };
  Folder.prototype.getDirectoryHandle = async function (name) {
    return new Folder(this.below(name), this.list);
  };
  Folder.prototype.getFileHandle = async function (name, options) {
    var path = this.below(name);
    if (!(options && options.create) && this.list.indexOf(path) < 0) throw notFound(path);
    return new FileHandle(path);
  };
  Folder.prototype.removeEntry = async function () {
    throw new Error("Not done: no file can be deleted here.");
  };
  Folder.prototype.entries = async function* () {
    var begin = this.path ? this.path + "/" : "";
    var names = {};
    this.list.forEach(function (path) {
      if (path.indexOf(begin) === 0) {
        var rest = path.slice(begin.length).split("/");
        names[rest[0]] = rest.length > 1;
      }
    });
    for (var name in names) {
      yield [name, names[name] ? new Folder(begin + name, this.list) : new FileHandle(begin + name)];
    }
  };

  // The editor saves into a new file and then renames it where that can be done; a save is one step here already.
  delete FileSystemFileHandle.prototype.move;
  navigator.storage.getDirectory = async function () {
    return {
      getDirectoryHandle: async function () {
        var answer = await fetch(FILES, { cache: "no-store" });
        return new Folder("", await answer.json());
      }
    };
  };

  function tell(how, lines) {
    var place = document.getElementById("told");
    if (!place) return;
    place.className = how;
    place.textContent = "";
    lines.forEach(function (line, number) {
      var words = document.createElement("p");
      words.textContent = line;
      if (number === 0) words.className = "first";
      place.appendChild(words);
    });
    var site = document.createElement("a");
    site.href = "/";
    site.target = "site";
    site.textContent = "See the site as it is now";
    if (how !== "waits") place.appendChild(site);
  }

  async function look() {
    var answer = await fetch("told", { cache: "no-store" });
    var lines = await answer.json();
    if (lines.length) tell("wrong", ["Saved, but the site can't be built until this is mended:"].concat(lines));
    else tell("", ["All is well."]);
  }

  document.addEventListener("DOMContentLoaded", look);
})();
