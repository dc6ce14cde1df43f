<?php
// paperfit_formatchecker.php -- paperfit as a format checker of HotCRP
//
//     $Opt["includePath"][] = "/usr/local/share/paperfit/hotcrp";   // the folder of this file
//     $Opt["paperfitCommand"] = "/usr/local/bin/paperfit check --profile osdi26";
//     $Opt["sub_banal"] = '{"checkers":["Paperfit_FormatChecker"]}';
//
// The command is split at white space and started without a shell. It may also be an array of
// commands by submission class, "" being the unnamed class and "final" final versions.
// Without --profile it judges by the limits that the chairs set in HotCRP.
// $Opt["paperfitDeadline"] is the time in seconds, banal's included, after which a check is
// killed, by default 20.

class Paperfit_FormatChecker implements FormatChecker {
    const DEADLINE = 20;
    const MOST_OUTPUT = 4 << 20;
    const MOST_STORED = 12 << 10; // HotCRP stores at most 32 KB about a document

    /** HotCRP's names of rules that it has, too. */
    const FIELDS = [
        "page-size" => "papersize", "page-limit" => "pagelimit", "word-limit" => "wordlimit",
        "text-block" => "textblock", "body-font-size" => "bodyfontsize",
        "leading" => "bodylineheight", "active-content" => "unsafe", "readable" => "error"
    ];
    /** The other rules, which have the names that profiles have for them. */
    const RULES = [
        "columns", "figure-block", "font-family", "page-numbers", "legible-figures", "author-names",
        "confidentiality", "fonts-embedded", "type3-fonts", "squeezed-text", "hidden-text",
        "faithful-text", "margins", "gutter", "column-width", "equal-columns", "max-body-size",
        "max-leading", "heading-space", "required-sections", "forbidden-sections", "anonymity",
        "unresolved-references", "draft-marks", "blank-pages", "comments", "todo-marks",
        "line-numbers", "watermark", "hidden-residue", "overlapping-text", "recommended-sections",
        "section-order", "abstract-length", "file-size", "pdf-version", "links", "paper-id",
        "submitted-title", "submitted-authors", "talk-outline", "talk-takeaways"
    ];
    const STATUS = ["fail" => MessageSet::ERROR, "warn" => MessageSet::WARNING];

    function known_fields(FormatSpec $spec) {
        return array_merge(array_values(self::FIELDS), self::RULES, ["unmeasured"]);
    }

    function prepare(CheckFormat $cf, FormatSpec $spec) {
    }

    function append_report(CheckFormat $cf, FormatSpec $spec, DocumentInfo $doc, MessageSet $ms) {
        return false; // HotCRP's own report has our messages
    }

    function report(CheckFormat $cf, FormatSpec $spec, DocumentInfo $doc) {
        return null;
    }

    /** HotCRP decides when banal runs and how many checks may run at once. We run when banal
     * does, and it does when our findings are missing or out of date. */
    function check(CheckFormat $cf, FormatSpec $spec, DocumentInfo $doc) {
        $start = microtime(true);
        $argv = self::command($spec, $doc);
        $key = self::key($argv, $doc);
        $metadata = $doc->metadata();
        $stored = $metadata->paperfit ?? null;
        if (!is_array($stored) || ($stored[0] ?? null) !== $key) {
            $stored = null;
            if (is_object($metadata->banal ?? null)) {
                $metadata->banal->args = self::class; // another command's: out of date
            }
        }
        $cf->banal_json();
        if ($cf->run_attempted()) {
            $end = $start + ($doc->conf->opt("paperfitDeadline") ?? self::DEADLINE);
            list($findings, $final) = self::judge($argv, $doc, $cf, $end);
            $stored = array_merge([$key], self::fitting($findings));
            $doc->set_prop("paperfit", $final ? $stored : null);
        }
        foreach (array_slice($stored ?? [], 1) as $finding) {
            self::tell($cf, ...$finding);
        }
    }

    /** @return list<string> */
    static private function command(FormatSpec $spec, DocumentInfo $doc) {
        $command = $doc->conf->opt("paperfitCommand");
        if (is_array($command)) {
            $command = $command[self::submission_class($doc)] ?? $command[""] ?? "";
        }
        $argv = preg_split('/\s+/', (string) $command, -1, PREG_SPLIT_NO_EMPTY);
        if (strpos(" {$command}", " --profile") === false) {
            array_push($argv, "--profile", $spec->unparse_banal());
        }
        return $argv;
    }

    /** @return string */
    static private function submission_class(DocumentInfo $doc) {
        if ($doc->documentType === DTYPE_FINAL) {
            return "final";
        }
        $class = $doc->prow ? $doc->prow->submission_round() : null;
        return $class && !$class->unnamed ? $class->tag : "";
    }

    /** Findings hold for this file, this command, and these versions of the files that it names.
     * @param list<string> $argv
     * @return string */
    static private function key($argv, DocumentInfo $doc) {
        $versions = [];
        foreach (preg_grep('/\//', $argv) as $word) {
            $versions[] = @filemtime(SiteLoader::resolve(preg_replace('/\A-[^=]*=/', "", $word)));
        }
        return sha1(json_encode([$doc->text_hash(), $argv, $versions, @filemtime(__FILE__)]));
    }

    /** @param list<string> $argv
     * @param float $end
     * @return array{list<array{int,string,string,string}>,bool} findings, and whether they hold for good */
    static private function judge($argv, DocumentInfo $doc, CheckFormat $cf, $end) {
        $why = $cf->banal_json()->{"x-paperfit"}->error ?? null;
        if (is_string($why) && $cf->banal_run->runtime > $end - microtime(true)) { // no time to fail again
            return [[[MessageSet::ERROR, "error", $why, ""]], true];
        }
        $seconds = max(1, floor(0.9 * ($end - microtime(true)))); // its own limit comes first: it knows the reason
        array_push($argv, "--timeout", "{$seconds}s", "--format", "json", "--no-timing", "--", $doc->content_file());
        list($stdout, $stderr, $why) = self::run($argv, $end);
        $report = $why === "" ? json_decode($stdout) : null;
        if (isset($report->files[0]->verdict)) {
            return [self::findings($report->files[0]), true];
        }
        $why = $why ? : strtok($stderr, "\n") ? : "no report";
        error_log(join(" ", $argv) . ": {$why}");
        return [[[MessageSet::WARNING, "unmeasured", "The format was not checked: {$why}", "The document is not the cause."]], false];
    }

    /** @param object $file
     * @return list<array{int,string,string,string}> */
    static private function findings($file) {
        $outcome = array_column($file->checks, "status", "rule");
        $found = array_merge($file->findings, $file->notes);
        $unmeasured = $out = [];
        foreach ($file->checks as $check) {
            if ($check->status === "unknown" && $check->severity === "error" && $file->verdict !== "error") {
                $unmeasured[$check->message][] = $check->rule;
            } else if (isset(self::STATUS[$check->status]) && !in_array($check->rule, array_column($found, "rule"))) {
                $found[] = $check; // it refers to another rule's findings
            }
        }
        foreach ($unmeasured as $why => $rules) {
            $out[] = [MessageSet::WARNING, "unmeasured", "Not checked (" . join(", ", $rules) . "): {$why}", ""];
        }
        foreach (self::by_words($found) as list($finding, $pages)) {
            $status = self::STATUS[$outcome[$finding->rule]] ?? MessageSet::MARKED_NOTE;
            $remedy = $finding->fix->{$file->program ?? ""} ?? $finding->hint ?? "";
            $last = count($out) - 1;
            if ($out && $out[$last][3] === $remedy) {
                $out[$last][3] = ""; // told once, after the last finding that it is for
            }
            $place = array_filter([$pages ? plural_word($pages, "Page") . " " . numrangejoin($pages) : "", $finding->place ?? ""]);
            $message = ($place ? join(", ", $place) . ": " : "") . $finding->message;
            $out[] = [$status, self::FIELDS[$finding->rule] ?? $finding->rule, $message, $remedy];
        }
        return $out;
    }

    /** @param list<object> $findings
     * @return list<array{object,list<int>}> findings with other words, each with the pages that have it */
    static private function by_words($findings) {
        $out = [];
        foreach ($findings as $finding) {
            $words = json_encode([$finding->rule, $finding->place ?? "", $finding->message]);
            $out[$words] = $out[$words] ?? [$finding, []];
            if (isset($finding->page)) {
                $out[$words][1][] = $finding->page;
            }
        }
        return array_values($out);
    }

    /** @param list<array{int,string,string,string}> $findings
     * @return list<array{int,string,string,string}> the first ones, as many as HotCRP can store */
    static private function fitting($findings) {
        $size = 0;
        foreach ($findings as $i => $finding) {
            $size += strlen(json_encode($finding));
            if ($size > self::MOST_STORED) {
                $more = count($findings) - $i;
                return array_merge(array_slice($findings, 0, $i), [[$finding[0], $finding[1], "And {$more} more", ""]]);
            }
        }
        return $findings;
    }

    /** @param int $status
     * @param string $field
     * @param string $message
     * @param string $remedy */
    static private function tell(CheckFormat $cf, $status, $field, $message, $remedy) {
        $cf->append_item(new MessageItem($status, $field, "<0>{$message}"));
        foreach (preg_split('/\n/', $remedy, -1, PREG_SPLIT_NO_EMPTY) as $line) {
            $cf->inform_at($field, "<0>{$line}");
        }
    }

    /** @param list<string> $argv
     * @param float $end
     * @return array{string,string,string} standard output, standard error, and why it was stopped */
    static private function run($argv, $end) {
        $start = microtime(true);
        $process = @proc_open($argv, [["file", "/dev/null", "r"], ["pipe", "w"], ["pipe", "w"]],
            $pipes, SiteLoader::$root, ["PATH" => getenv("PATH")]);
        if (!is_resource($process)) {
            return ["", "", "the program could not be started"];
        }
        foreach ($pipes as $pipe) {
            stream_set_blocking($pipe, false);
        }
        $text = [1 => "", 2 => ""];
        $why = "";
        while ($why === "" && ($pipes || proc_get_status($process)["running"])) {
            if (microtime(true) >= $end) {
                $why = "it took too long";
            } else if (strlen($text[1]) + strlen($text[2]) > self::MOST_OUTPUT) {
                $why = "the report is too long";
            } else {
                self::read($pipes, $text);
            }
        }
        if ($why !== "") {
            proc_terminate($process, 9);
        }
        array_map("fclose", $pipes);
        proc_close($process);
        Conf::$blocked_time += microtime(true) - $start;
        return [$text[1], $text[2], $why];
    }

    /** Reads what is there within a twentieth of a second, and closes what has ended.
     * @param array<int,resource> &$pipes
     * @param array<int,string> &$text */
    static private function read(&$pipes, &$text) {
        $ready = $pipes;
        $none = null;
        if (!$ready) {
            usleep(50000);
        } else if (stream_select($ready, $none, $none, 0, 50000)) {
            foreach ($ready as $i => $pipe) {
                $text[$i] .= (string) fread($pipe, 1 << 16);
                if (feof($pipe)) {
                    fclose($pipe);
                    unset($pipes[$i]);
                }
            }
        }
    }
}
