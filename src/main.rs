use std::process::ExitCode;

fn main() -> ExitCode {
    strategy::cli::run(std::env::args_os())
}
