<?php
// t_paperfitpapers.php -- what HotCRP tells authors of papers of known format; see "test"

/** Submits each paper and compares the complaints with the truth: with banal, with paperfit in its place, and with the plug-in. PAPERFIT_TABLE names a file to write them to, PAPERFIT_VERBOSE=1 lists what is wrong. */
class PaperfitPapers_Tester {
    const SPEC = 'letter;2;2;7in x 9in;10;12;1;{"noappendix":"1"}';
    const FIELDS = Paperfit_FormatChecker::FIELDS;
    /** What HotCRP checks itself, and other names of it. */
    const HOTCRP = ["papersize", "pagelimit", "columns", "textblock", "bodyfontsize", "bodylineheight", "unsafe"];
    const SAME = ["appendix" => "pagelimit", "notext" => "unmeasured", "" => "unmeasured"];

    /** @var Conf */
    public $conf;
    /** @var string */
    private $paperfit;
    /** @var list<array{string,array<string,string>,?list<string>}> papers, the outcome of rules that are not met, and the rules that are met; null: all others */
    private $papers = [];
    /** @var array<string,list<string>> for the table: what is wrong with a paper, and what each checker tells of it */
    private $rows = [];

    function __construct(Conf $conf) {
        $this->conf = $conf;
        $this->paperfit = getenv("PAPERFIT");
        $root = dirname(__DIR__, 2);
        $this->read_samples("{$root}/testdata/papers/");
        $this->read_cases(dirname($root) . "/shared/cases/");
    }

    private function read_samples($folder) {
        $lines = array_map(function ($line) { return explode("\t", $line); }, file("{$folder}truth.tsv", FILE_IGNORE_NEW_LINES));
        $column = array_flip($lines[0]);
        foreach (array_slice($lines, 1) as $line) {
            if ($line[$column["profile"]] === "opml20") {
                parse_str(str_replace(";", "&", trim($line[$column["breaks"]], "-")), $breaks);
                $this->papers[] = [$folder . $line[0], array_diff($breaks, ["note"]), null];
                $this->rows[$folder . $line[0]] = [$line[$column["note"]]];
            }
        }
    }

    /** Papers beside the repository, where they are. */
    private function read_cases($folder) {
        foreach (json_decode(@file_get_contents("{$folder}truth.json") ? : "[]") as $case) {
            $outcome = (array) $case->expect;
            $this->papers[] = [$folder . $case->file, array_diff($outcome, ["pass"]), array_keys($outcome, "pass")];
        }
    }

    function test_papers() {
        printf("%-14s %6s %22s %18s %12s\n", "", "papers", "with false complaints", "violations missed", "not checked");
        $this->compare("banal", null, self::SPEC);
        $this->compare("paperfit banal", "{$this->paperfit} banal -json", self::SPEC);
        list($false, $missed) = $this->compare("plug-in", "{$this->paperfit} banal -json", '{"checkers":["Paperfit_FormatChecker"]}');
        xassert_eqq($false, []);
        xassert_eqq($missed, []);
        if (($table = getenv("PAPERFIT_TABLE"))) {
            file_put_contents($table, join("", array_map([self::class, "row"], array_keys($this->rows), $this->rows)));
        }
    }

    /** @param list<string> $cells
     * @return string nothing for a paper that no checker complains about */
    static private function row($file, $cells) {
        return join("", array_slice($cells, 1)) === "" ? "" : "| `" . basename($file, ".pdf") . "`: " . join(" | ", $cells) . " |\n";
    }

    /** @return array{list<string>,list<string>} false complaints and missed violations */
    private function compare($name, $banal, $spec) {
        $this->conf->set_opt("banalCommand", $banal);
        $this->conf->set_opt("sub_banal", $spec);
        $this->conf->set_opt("paperfitCommand", "{$this->paperfit} check --profile opml20");
        $this->conf->invalidate_caches("options");
        $false = $missed = $unchecked = [];
        foreach ($this->papers as list($file, $breaks, $met)) {
            list($told, $messages) = $this->complaints($file);
            if (isset($this->rows[$file])) {
                $this->rows[$file][] = join("<br>", str_replace("|", "\\|", $messages));
            }
            $sure = $unsure = [];
            foreach ($breaks as $rule => $status) {
                strpos($status, "unknown") === false ? $sure[] = self::field($rule) : $unsure[] = self::field($rule);
            }
            $paper = basename($file);
            $wrong = $met === null ? array_diff($told, $sure, $unsure) : array_intersect($told, array_map([self::class, "field"], $met));
            if (($wrong = array_diff($wrong, $unsure ? ["unmeasured"] : []))) {
                $false[] = "{$paper}: " . join(" ", $wrong);
            }
            foreach (array_diff(array_unique($sure), $told) as $field) {
                in_array($field, self::HOTCRP) || strpos($spec, "checkers") ? $missed[] = "{$paper}: {$field}" : $unchecked[] = "{$paper}: {$field}";
            }
            if (array_intersect($unsure, self::HOTCRP) && !array_intersect($told, array_merge($unsure, ["unmeasured", "error"]))) {
                $missed[] = "{$paper}: says nothing of " . join(" ", $unsure);
            }
        }
        printf("%-14s %6d %22d %18d %12d\n", $name, count($this->papers), count($false), count($missed), count($unchecked));
        if (getenv("PAPERFIT_VERBOSE")) {
            echo "  false: ", join("; ", $false), "\n  missed: ", join("; ", $missed), "\n  not checked: ", join("; ", $unchecked), "\n";
        }
        return [$false, $missed];
    }

    /** @return string */
    static private function field($rule) {
        return self::FIELDS[$rule] ?? $rule;
    }

    /** @return array{list<string>,list<string>} the fields that HotCRP complains about to the paper's authors, and its words */
    private function complaints($file) {
        $ps = (new PaperStatus($this->conf->root_user()))->set_any_content_file(true);
        $ps->save_paper_json((object) ["id" => 3, "submission" => (object) ["content_file" => $file, "type" => "application/pdf"]]);
        $doc = $this->conf->checked_paper_by_id(3)->document(DTYPE_SUBMISSION);
        $doc->set_prop("banal", null); // of another checker, for a paper that was submitted before
        $cf = new CheckFormat($this->conf, CheckFormat::RUN_IF_NECESSARY);
        $cf->check_document($doc);
        $fields = $messages = [];
        foreach ($cf->message_list() as $mi) {
            if ($mi->status > 0) {
                $fields[] = self::SAME[(string) $mi->field] ?? $mi->field;
                $messages[] = $mi->message_as(0);
            }
        }
        return [array_values(array_unique($fields)), $messages];
    }
}
