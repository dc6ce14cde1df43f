package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// recipe returns the code of a recipe in docs/big-venues.md.
func recipe(t *testing.T, name string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "docs", "big-venues.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(page), "<!-- recipe "+name+" -->\n```")
	_, after, begun := strings.Cut(after, "\n")
	code, _, ended := strings.Cut(after, "```")
	if !ok || !begun || !ended {
		t.Fatalf("the page has no recipe %s", name)
	}
	return code
}

// inShell runs a script in a folder that holds submissions/, with the program in its
// path.
func inShell(t *testing.T, folder, script string, env ...string) {
	t.Helper()
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", script)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), append(env, "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"))...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// venue returns a folder with submissions, and the table of a run over them.
func venue(t *testing.T, tools ...string) (folder, table string) {
	t.Helper()
	for _, tool := range append(tools, "bash") {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	folder = t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "submissions"), os.DirFS(submissions(t))); err != nil {
		t.Fatal(err)
	}
	inShell(t, folder, "paperfit check --exit-zero --no-timing --format csv submissions/ > one.csv")
	return folder, contentOf(t, filepath.Join(folder, "one.csv"))
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// shards is how many shards a recipe is run with, in place of its 64.
const shards = 2

// fewer replaces the 64 shards of a recipe.
func fewer(t *testing.T, code string) string {
	t.Helper()
	if !strings.Contains(code, "64") {
		t.Fatalf("the recipe has no 64 shards:\n%s", code)
	}
	return strings.ReplaceAll(code, "64", strconv.Itoa(shards))
}

// joinedTable returns the table that the reports in shards/ make.
func joinedTable(t *testing.T, folder string) string {
	t.Helper()
	inShell(t, folder, "paperfit report --exit-zero --no-timing --format csv shards/*.jsonl > joined.csv")
	return contentOf(t, filepath.Join(folder, "joined.csv"))
}

// TestParallelRecipe runs the recipe for GNU parallel.
func TestParallelRecipe(t *testing.T) {
	folder, want := venue(t, "parallel")
	code := fewer(t, recipe(t, "parallel"))
	code = strings.Replace(code, "paperfit report", "paperfit report --exit-zero --no-timing", 1)
	inShell(t, folder, code)
	if got := contentOf(t, filepath.Join(folder, "all.csv")); got != want {
		t.Errorf("joined is\n%s\nwant\n%s", got, want)
	}
}

// TestSlurmRecipe runs the script of the Slurm array as Slurm would, one task after
// the other; its directives name options of sbatch, whose array is that of the shards.
func TestSlurmRecipe(t *testing.T) {
	folder, want := venue(t)
	code := recipe(t, "slurm")
	inShell(t, folder, "bash -n <<'END'\n"+code+"END")
	directives := regexp.MustCompile(`(?m)^#SBATCH --(job-name=\w+|array=1-64|cpus-per-task=\d+|mem=\d+G|time=\d\d:\d\d:\d\d|requeue)$`)
	if found, all := len(directives.FindAllString(code, -1)), strings.Count(code, "#SBATCH"); found != all || all == 0 {
		t.Errorf("%d of %d directives are options of sbatch", found, all)
	}
	for task := 1; task <= shards; task++ {
		inShell(t, folder, "srun() { \"$@\"; }\n"+code, "SLURM_CPUS_PER_TASK=1", "SLURM_ARRAY_TASK_COUNT="+strconv.Itoa(shards), "SLURM_ARRAY_TASK_ID="+strconv.Itoa(task))
	}
	if got := joinedTable(t, folder); got != want {
		t.Errorf("joined is\n%s\nwant\n%s", got, want)
	}
}

// indexedJob is what the manifest of an Indexed Job needs, in the API's names
// (batch/v1). Other fields are refused.
type indexedJob struct {
	APIVersion string         `yaml:"apiVersion"`
	Kind       string         `yaml:"kind"`
	Metadata   map[string]any `yaml:"metadata"`
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int    `yaml:"completions"`
		Parallelism          int    `yaml:"parallelism"`
		BackoffLimitPerIndex int    `yaml:"backoffLimitPerIndex"`
		Template             struct {
			Spec struct {
				RestartPolicy                string `yaml:"restartPolicy"`
				AutomountServiceAccountToken bool   `yaml:"automountServiceAccountToken"`
				Containers                   []struct {
					Name            string                    `yaml:"name"`
					Image           string                    `yaml:"image"`
					Command         []string                  `yaml:"command"`
					Args            []string                  `yaml:"args"`
					Resources       map[string]map[string]any `yaml:"resources"`
					SecurityContext map[string]bool           `yaml:"securityContext"`
					VolumeMounts    []struct {
						Name      string `yaml:"name"`
						MountPath string `yaml:"mountPath"`
						ReadOnly  bool   `yaml:"readOnly"`
					} `yaml:"volumeMounts"`
				} `yaml:"containers"`
				Volumes []struct {
					Name  string         `yaml:"name"`
					Claim map[string]any `yaml:"persistentVolumeClaim"`
				} `yaml:"volumes"`
			} `yaml:"spec"`
		} `yaml:"template"`
	} `yaml:"spec"`
}

// TestKubernetesRecipe reads the manifest of the Indexed Job, and runs its command as
// Kubernetes would, one index after the other.
func TestKubernetesRecipe(t *testing.T) {
	folder, want := venue(t)
	var job indexedJob
	reader := yaml.NewDecoder(bytes.NewReader([]byte(recipe(t, "kubernetes"))))
	reader.KnownFields(true)
	if err := reader.Decode(&job); err != nil {
		t.Fatal(err)
	}
	spec := job.Spec.Template.Spec
	// An index is tried again only where the Pod's own restart policy is Never.
	if job.APIVersion != "batch/v1" || job.Kind != "Job" || job.Metadata["name"] == "" || job.Spec.CompletionMode != "Indexed" || job.Spec.Completions != 64 ||
		job.Spec.Parallelism < 1 || job.Spec.BackoffLimitPerIndex < 1 || spec.RestartPolicy != "Never" || len(spec.Containers) != 1 {
		t.Fatalf("the manifest is of no indexed job of 64: %+v", job)
	}
	container := spec.Containers[0]
	volumes := map[string]bool{}
	for _, v := range spec.Volumes {
		volumes[v.Name] = v.Claim["claimName"] != nil
	}
	for _, m := range container.VolumeMounts {
		if !volumes[m.Name] {
			t.Errorf("%s is mounted, and no volume of the Pod", m.Name)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "shards"), fs.ModePerm); err != nil {
		t.Fatal(err)
	}
	script := fewer(t, strings.NewReplacer("/submissions", "submissions", "/shards/", "shards/").Replace(container.Args[0]))
	for index := range shards {
		inShell(t, folder, script, "JOB_COMPLETION_INDEX="+strconv.Itoa(index))
	}
	if got := joinedTable(t, folder); got != want {
		t.Errorf("joined is\n%s\nwant\n%s", got, want)
	}
}
