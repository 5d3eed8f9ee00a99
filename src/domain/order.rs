//! Sorting a handful of rows, stably.
//!
//! The standard library's sorts are made for millions of rows: each use adds some 3 KB of WebAssembly, 50 KB in all here.
//! Nothing in this model has more than some hundred rows, and most have less than twenty.

/// Sorts by a key, least first; equal keys keep their order.
///
/// ```
/// use social_or_not::domain::order::sort_by_key;
/// let mut words = ["so", "or", "not", "a"];
/// sort_by_key(&mut words, |word| word.len());
/// assert_eq!(words, ["a", "so", "or", "not"]);
/// ```
pub fn sort_by_key<T, K: Ord>(rows: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..rows.len() {
        let mut place = end;
        while place > 0 && key(&rows[place]) < key(&rows[place - 1]) {
            rows.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Sorts numbers and keeps each once.
pub fn sort_unique<T: Ord + Copy>(rows: &mut Vec<T>) {
    sort_by_key(rows, |row| *row);
    rows.dedup();
}
